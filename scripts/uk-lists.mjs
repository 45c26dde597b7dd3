// The United Kingdom's referendum of 23 June 2016 as the lists of an import: 382 counting areas in 12 regions, counts
// without persons. FOR is Leave, AGAINST is Remain. Figures: Electoral Commission, Open Government Licence v3.0.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const published = join(dirname(fileURLToPath(import.meta.url)), '../test/conformance/decisions/uk-referendum-2016.csv');

const rule = {
  motions: { secondsNeeded: 1, secondWithinDays: 14, debateDays: 7, votingDays: 7 },
  decisions: {
    DEFAULT: {
      voting: 'MEMBERS',
      constituents: 'LOCAL_GROUPS',
      weight: null,
      cast: null,
      quorum: { electors: '0/1' },
      threshold: { fraction: '1/2', base: 'CAST', strict: true },
      bodies: null,
      secret: false,
    },
  },
  standing: { duesGraceDays: 90 },
  roll: { challengeDays: 2 },
  platform: { reacceptDays: 60 },
};

const motion = {
  title: 'Should the United Kingdom leave the European Union?',
  text:
    'The referendum of 23 June 2016 in 382 counting areas of 12 regions. FOR is Leave, AGAINST is Remain; 25,359 papers were rejected. ' +
    'Figures of the Electoral Commission, under the Open Government Licence v3.0.',
};

function slugs() {
  const taken = new Set();
  return (name, kind) => {
    const plain = name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    const slug = taken.has(plain) ? `${plain}-${kind}` : plain;
    taken.add(slug);
    return slug;
  };
}

const cell = (text) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csv = (rows) => rows.map((row) => `${row.map((each) => cell(String(each))).join(',')}\n`).join('');

/** Writes the lists into a folder, made if it is not there. */
export function writeUkLists(lists) {
  const slugOf = slugs();
  const [, ...lines] = readFileSync(published, 'utf8').trim().split(/\r?\n/);
  const regions = new Map();
  const bodies = [
    ['slug', 'name', 'kind', 'parent', 'country', 'subdivision', 'locality', 'latitude', 'longitude', 'state'],
    ['uk', 'United Kingdom', 'FEDERATION', '', 'GB', '', '', '', '', 'AFFILIATED'],
  ];
  const tallies = [['body', 'entitled', 'FOR', 'AGAINST', 'ABSTAIN']];
  for (const line of lines) {
    const [, region, , area, electorate, remain, leave] = line
      .match(/("[^"]*"|[^,]*)(,|$)/g)
      .map((part) => part.replace(/,$/, '').replace(/^"|"$/g, ''));
    if (!regions.has(region)) {
      regions.set(region, slugOf(region, 'region'));
      bodies.push([regions.get(region), region, 'REGION', 'uk', 'GB', '', '', '', '', 'AFFILIATED']);
    }
    const slug = slugOf(area, 'area');
    bodies.push([
      slug,
      area,
      'LOCAL_GROUP',
      regions.get(region),
      area === 'Gibraltar' ? 'GI' : 'GB',
      region,
      area,
      '',
      '',
      'AFFILIATED',
    ]);
    tallies.push([slug, electorate, leave, remain, 0]);
  }
  mkdirSync(lists, { recursive: true });
  writeFileSync(join(lists, 'bodies.csv'), csv(bodies));
  writeFileSync(join(lists, 'members.csv'), 'local_group,display_name,email,state,joined_on,dues_paid_until,offices\n');
  writeFileSync(join(lists, 'tallies.csv'), csv(tallies));
  writeFileSync(join(lists, 'rules.json'), `${JSON.stringify(rule, null, 2)}\n`);
  writeFileSync(join(lists, 'motion.json'), `${JSON.stringify(motion, null, 2)}\n`);
}
