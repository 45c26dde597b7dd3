// A large federation made in SQL, the same at every run: 1 Federation, 50 Regions, 2,000 Local Groups of 100
// members each, ten motions with comments, and a session for each of 20,000 members.
export const size = { regions: 50, groupsPerRegion: 40, membersPerGroup: 100, sessions: 20_000 };

const id = (kind, number) => `md5('${kind}-' || ${number})::uuid`;
/** The session token of member `n`; the server keeps only its SHA-256. */
export const tokenOf = (n) => `bench-session-token-${String(n).padStart(8, '0')}`;

/** The second motion is put to all members at once, the others to the Local Groups. */
const withMembersVoting = (rules) => ({
  ...rules,
  decisions: {
    ...rules.decisions,
    ADOPT_PLATFORM: {
      ...rules.decisions.DEFAULT,
      voting: 'MEMBERS',
      weight: null,
      cast: null,
      quorum: { electors: '0/1' },
    },
  },
});

/** @param {object} rules the founding rule book */
export const statements = (rules) => {
  const groups = size.regions * size.groupsPerRegion;
  const members = groups * size.membersPerGroup;
  const federation = id('federation', 1);
  return [
    `insert into body (id, kind, parent_id, name, slug, state) values (${federation}, 'FEDERATION', null, 'Federation', 'federation', 'AFFILIATED')`,
    `insert into body (id, kind, parent_id, name, slug, state)
       select ${id('region', 'n')}, 'REGION', ${federation}, 'Region ' || n, 'region-' || n, 'AFFILIATED' from generate_series(1, ${size.regions}) n`,
    `insert into body (id, kind, parent_id, name, slug, state, country, latitude, longitude)
       select ${id('group', 'n')}, 'LOCAL_GROUP', ${id('region', `(1 + (n - 1) / ${size.groupsPerRegion})`)}, 'Local Group ' || n, 'group-' || n, 'AFFILIATED',
         'US', 25 + (n % 240) / 10.0, -120 + (n % 530) / 10.0 from generate_series(1, ${groups}) n`,
    `with v as (insert into platform_version (id, body_id, number) values (${id('platform', 1)}, ${federation}, 1))
     insert into platform_clause (version_id, key, kind, position, heading, text) values (${id('platform', 1)}, 'solidarity', 'PRINCIPLE', 1, 'Solidarity', 'We act together.')`,
    `insert into rule_book (id, body_id, version, rules) values (${id('rules', 1)}, ${federation}, 1, '${JSON.stringify(withMembersVoting(rules))}'::jsonb)`,
    `insert into person (id, display_name, email, salt)
       select ${id('person', 'n')}, 'Member ' || n, 'member' || n || '@example.org', decode(md5('salt' || n), 'hex') from generate_series(1, ${members}) n`,
    `insert into membership (id, person_id, body_id, state, joined_on, dues_paid_until)
       select ${id('membership', 'n')}, ${id('person', 'n')}, ${id('group', `(1 + (n - 1) / ${size.membersPerGroup})`)}, 'ACTIVE', '2020-01-01', '2099-12-31' from generate_series(1, ${members}) n`,
    `insert into acceptance (person_id, version_id, declarations) select ${id('person', 'n')}, ${id('platform', 1)}, '{}' from generate_series(1, ${members}) n`,
    `insert into office_term (id, person_id, body_id, office, from_date, until_date, source)
       select ${id('term', 'n')}, ${id('person', `((n - 1) * ${size.membersPerGroup} + 1)`)}, ${id('group', 'n')}, 'SECRETARY', '2020-01-01', '2099-12-31', 'FOUNDING' from generate_series(1, ${groups}) n`,
    `insert into session (token_hash, person_id, expires_at)
       select sha256(convert_to('bench-session-token-' || lpad(n::text, 8, '0'), 'utf8')), ${id('person', `((n - 1) * ${members / size.sessions} + 1)`)}, now() + interval '1 day'
       from generate_series(1, ${size.sessions}) n`,
    `insert into proposal (id, body_id, number, kind, title, text, state, author_id, author_body_id, submitted_at, debate_from, debate_until)
       select ${id('proposal', 'n')}, ${federation}, n, case n when 2 then 'ADOPT_PLATFORM' else 'ORDINARY' end, 'Motion ' || n, repeat('We resolve to act together. ', 20), 'DEBATE', ${id('person', 'n')}, ${id('group', 1)}, now(), now() - interval '8 days', now() + (case when n > 2 then interval '30 days' else interval '-1 day' end)
       from generate_series(1, 12) n`,
    `update body set last_proposal_number = 12 where id = ${federation}`,
    `insert into comment (id, proposal_id, author_id, author_body_id, text)
       select ${id('comment', 'n')}, ${id('proposal', '(1 + n % 12)')}, ${id('person', 'n')}, ${id('group', 1)}, 'A thought on this motion.' from generate_series(1, 240) n`,
    'analyze',
  ];
};

export const proposalId = (n) => ['proposal', n];
export const memberOfSession = (n) =>
  (n - 1) * ((size.regions * size.groupsPerRegion * size.membersPerGroup) / size.sessions) + 1;
