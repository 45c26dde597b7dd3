// The resolvers of money that moves up, is spent and is audited.
import * as audit from './audit.resolver.js';
import * as remittances from './remittances.resolver.js';
import * as spending from './spending.resolver.js';
import * as deeds from './treasuryDeeds.resolver.js';
import * as years from './yearStatement.resolver.js';

export const treasuryResolvers = [remittances, spending, audit, years, deeds].flatMap((room) => Object.values(room));
