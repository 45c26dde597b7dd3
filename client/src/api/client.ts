// The one connection to the server: POST /graphql, same origin, the session rides in a cookie.
import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

const pages = relayStylePagination;

/** Objects with an id are one object wherever they appear; lists that grow are joined page by page. */
export const cache = new InMemoryCache({
  typePolicies: {
    Query: {
      fields: {
        bodies: pages(['under', 'kind', 'search']),
        decisionsInForce: pages(['body']),
        history: pages(),
        ruleBook: { merge: false },
      },
    },
    Viewer: { keyFields: ['personId'] },
    Body: {
      fields: { memberships: pages(['states']), proposals: pages(['states']), ruleBook: { merge: false } },
    },
    Proposal: { fields: { comments: pages() } },
    DemonstrationPerson: { keyFields: ['personId'] },
    Result: { keyFields: false },
    DuesStatement: { keyFields: ['membershipId'] },
    Ledger: {
      keyFields: ['slug'],
      fields: {
        owing: pages(),
        payments: pages(),
        spending: pages(['state']),
        remittances: pages(['direction', 'state']),
        remitting: pages(['from', 'until', 'within']),
      },
    },
  },
});

export const client = new ApolloClient({
  link: new HttpLink({ uri: '/graphql', credentials: 'same-origin' }),
  cache,
});
