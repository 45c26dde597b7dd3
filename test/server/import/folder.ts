// An import folder made for one test: a small federation that is in order, with whatever a test spoils in it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const sound: Record<string, string> = {
  'bodies.csv': `slug,name,kind,parent,country,subdivision,locality,latitude,longitude,state
harbour,Harbour,LOCAL_GROUP,coast,CA,Nova Scotia,Halifax,44.65,-63.57,AFFILIATED
union,Union,FEDERATION,,,,,,,AFFILIATED
coast,Coast,REGION,union,CA,,,,,AFFILIATED
mill,"Mill, upper",LOCAL_GROUP,coast,,,,,,AFFILIATED
camp,Camp,LOCAL_GROUP,coast,,,,,,IN_FORMATION
`,
  'members.csv': `local_group,display_name,email,state,joined_on,dues_paid_until,offices
harbour,Ada,Ada@Example.org,ACTIVE,2020-02-29,2027-01-31,SECRETARY;TELLER
harbour,Bo,,ACTIVE,2021-05-01,2027-01-31,SECRETARY@coast; CONVENOR@union
mill,Çelik,celik@example.org,,2022-01-01,2026-12-31,
mill,Dee,dee@example.org,APPLICANT,,,
coast,At Large,,ON_LEAVE,2019-03-03,,
`,
};

const made: string[] = [];

export function folder(files: Record<string, string | Buffer | null> = {}): string {
  const place = mkdtempSync(path.join(tmpdir(), 'mandate-import-'));
  made.push(place);
  for (const [name, content] of Object.entries({ ...sound, ...files })) {
    if (content === null) continue;
    mkdirSync(path.dirname(path.join(place, name)), { recursive: true });
    writeFileSync(path.join(place, name), content);
  }
  return place;
}

export const tidy = () => made.splice(0).forEach((place) => rmSync(place, { recursive: true, force: true }));

/** The sound file with one line more, or one changed. */
export const withLine = (file: string, line: string): string => `${sound[file]}${line}\n`;
export const replacing = (file: string, from: string, to: string): string => sound[file]!.replace(from, to);
