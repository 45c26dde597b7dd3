import { afterEach, describe, expect, test } from '@jest/globals';
import { readPlan } from '../../../server/import/plan.js';
import { problemSentence } from '../../../server/import/problems.js';
import { folder, tidy, withLine } from './folder.js';

afterEach(tidy);

/** What is said about a folder spoilt in one place: `file, line N: …`. */
async function said(files: Record<string, string>): Promise<string[]> {
  const { problems } = await readPlan(folder(files), '2026-11-21');
  return problems.list.map(problemSentence);
}

const bodies = (line: string) => said({ 'bodies.csv': withLine('bodies.csv', line) });
const members = (line: string) => said({ 'members.csv': withLine('members.csv', line) });
const tallies = (text: string) => said({ 'tallies.csv': `body,entitled,FOR,AGAINST,ABSTAIN\n${text}` });

describe('a problem names its file, its line and what was expected', () => {
  test.each([
    [
      'an unknown kind',
      'x,X,UNION,coast,,,,,,AFFILIATED',
      'bodies.csv, line 7: kind: one of FEDERATION, REGION, LOCAL_GROUP was expected, not "UNION"',
    ],
    [
      'an unknown state',
      'x,X,REGION,union,,,,,,GONE',
      'bodies.csv, line 7: state: one of IN_FORMATION, AFFILIATED, SUSPENDED, WITHDRAWN, DISSOLVED was expected, not "GONE"',
    ],
    [
      'an unknown parent',
      'x,X,LOCAL_GROUP,nowhere,,,,,,AFFILIATED',
      'bodies.csv, line 7: parent: the slug of a body in this file was expected, not "nowhere"',
    ],
    [
      'a Local Group as parent',
      'x,X,LOCAL_GROUP,mill,,,,,,AFFILIATED',
      'bodies.csv, line 7: parent: a Region or the Federation was expected, and "mill" is a Local Group',
    ],
    [
      'a second Federation',
      'x,X,FEDERATION,,,,,,,AFFILIATED',
      'bodies.csv, line 7: kind: one FEDERATION was expected, and line 3 is it already',
    ],
    [
      'a slug used twice',
      'mill,X,LOCAL_GROUP,coast,,,,,,AFFILIATED',
      'bodies.csv, line 7: slug: a slug of its own was expected; "mill" is that of line 5',
    ],
    [
      'a slug that is none',
      'X y,X,LOCAL_GROUP,coast,,,,,,AFFILIATED',
      'bodies.csv, line 7: slug: a slug of lower-case letters, digits and single hyphens, such as great-lakes, was expected, not "X y"',
    ],
    [
      'a latitude off the globe',
      'x,X,LOCAL_GROUP,coast,,,,90.1,0,AFFILIATED',
      'bodies.csv, line 7: latitude: degrees from -90 to 90 were expected, not "90.1"',
    ],
    [
      'a latitude without a longitude',
      'x,X,LOCAL_GROUP,coast,,,,45,,AFFILIATED',
      'bodies.csv, line 7: latitude: both latitude and longitude were expected, or neither',
    ],
    [
      'a country in words',
      'x,X,LOCAL_GROUP,coast,Canada,,,,,AFFILIATED',
      'bodies.csv, line 7: country: two capital letters such as CA were expected, not "Canada"',
    ],
    [
      'too many cells',
      'x,X,LOCAL_GROUP,coast,,,,,,AFFILIATED,more',
      'bodies.csv, line 7: 10 cells were expected, not 11',
    ],
    [
      'a formula',
      '"=HYPERLINK(""x"")",X,LOCAL_GROUP,coast,,,,,,AFFILIATED',
      'bodies.csv, line 7: slug: a cell was expected that does not begin with "=", as formulas do',
    ],
  ])('bodies: %s', async (_what, line, sentence) => {
    expect(await bodies(line)).toContain(sentence);
  });

  test.each([
    [
      'an unknown group',
      'nowhere,X,,ACTIVE,2020-01-01,,',
      'local_group: the slug of a Local Group in bodies.csv (or of a Region, for a member at large) was expected, not "nowhere"',
    ],
    [
      'the Federation as a group',
      'union,X,,ACTIVE,2020-01-01,,',
      'local_group: the slug of a Local Group in bodies.csv (or of a Region, for a member at large) was expected, not "union"',
    ],
    ['no name', 'mill,,,ACTIVE,2020-01-01,,', 'display_name: a name of 1 to 80 characters was expected'],
    [
      'a day that no month has',
      'mill,X,,ACTIVE,2021-02-29,,',
      'joined_on: a date such as 2024-05-01 was expected, not "2021-02-29"',
    ],
    [
      'a date in another order',
      'mill,X,,ACTIVE,01/05/2020,,',
      'joined_on: a date such as 2024-05-01 was expected, not "01/05/2020"',
    ],
    ['a day to come', 'mill,X,,ACTIVE,2026-11-22,,', 'joined_on: a date not after today was expected, not 2026-11-22'],
    ['a member who never joined', 'mill,X,,ACTIVE,,,', 'joined_on: a date was expected for a member in state ACTIVE'],
    [
      'an address that is none',
      'mill,X,nobody,ACTIVE,2020-01-01,,',
      'email: an address such as name@example.org was expected, not "nobody"',
    ],
    [
      'an address used twice',
      'mill,X,ADA@example.org,ACTIVE,2020-01-01,,',
      'email: an address of their own was expected; "ada@example.org" is that of line 2',
    ],
    [
      'an office in small letters',
      'mill,X,,ACTIVE,2020-01-01,,secretary',
      'offices: offices in capital letters such as SECRETARY;TELLER were expected, not "secretary"',
    ],
    [
      'an office in a body elsewhere',
      'mill,X,,ACTIVE,2020-01-01,,TELLER@harbour',
      'offices: an office of the Local Group or of a body above it was expected, not "TELLER@harbour"',
    ],
    [
      'an office twice',
      'mill,X,,ACTIVE,2020-01-01,,TELLER;TELLER',
      'offices: each office once was expected, and TELLER stands twice',
    ],
    [
      'an officer on leave',
      'mill,X,,ON_LEAVE,2020-01-01,,TELLER',
      'offices: no office was expected for a member in state ON_LEAVE',
    ],
    [
      'an unknown state',
      'mill,X,,MEMBER,2020-01-01,,',
      'state: one of APPLICANT, ACTIVE, ON_LEAVE, SUSPENDED, LAPSED, RESIGNED, EXPELLED was expected, not "MEMBER"',
    ],
    [
      'text that turns its direction',
      'mill,"X\u202etxt",,ACTIVE,2020-01-01,,',
      'display_name: text without control characters or line breaks was expected',
    ],
    [
      'a letter under a heap of marks',
      `mill,X${'\u0301'.repeat(9)},,ACTIVE,2020-01-01,,`,
      'display_name: at most four marks on one letter were expected',
    ],
    [
      'a plus that a spreadsheet runs',
      'mill,+1+1,,ACTIVE,2020-01-01,,',
      'display_name: a cell was expected that does not begin with "+", as formulas do',
    ],
    [
      'an at sign that a spreadsheet runs',
      'mill,@SUM(A1),,ACTIVE,2020-01-01,,',
      'display_name: a cell was expected that does not begin with "@", as formulas do',
    ],
    [
      'a minus before a name',
      'mill,-X,,ACTIVE,2020-01-01,,',
      'display_name: a cell was expected that does not begin with "-", as formulas do',
    ],
  ])('members: %s', async (_what, line, sentence) => {
    expect(await members(line)).toContain(`members.csv, line 7: ${sentence}`);
  });

  test.each([
    [
      'more ballots than voters',
      'harbour,3,2,2,0\nmill,5,1,1,0\n',
      'tallies.csv, line 2: entitled: at least the 4 who voted were expected, not 3',
    ],
    [
      'half a ballot',
      'harbour,3,1.5,1,0\nmill,5,1,1,0\n',
      'tallies.csv, line 2: FOR: a whole number, 0 or more, was expected, not "1.5"',
    ],
    [
      'a body twice',
      'harbour,3,1,1,0\nharbour,3,1,1,0\nmill,5,1,1,0\n',
      'tallies.csv, line 3: body: each body once was expected, and "harbour" stands in line 2',
    ],
    [
      'a body in formation',
      'harbour,3,1,1,0\nmill,5,1,1,0\ncamp,5,1,1,0\n',
      'tallies.csv, line 4: body: the slug of an affiliated Local Group was expected, not "camp"',
    ],
    [
      'a group left out',
      'harbour,3,1,1,0\n',
      'tallies.csv: a row was expected for the Local Group mill, with 0 ballots where none were cast',
    ],
  ])('tallies: %s', async (_what, text, sentence) => {
    expect(await tallies(text)).toContain(sentence);
  });
});
