/**
 * Condorcet Election Format, as Condorcet for PHP and its kin write it (`.cvotes`):
 *
 *     # Council 2026
 *     #/Candidates: Ann ; Ben ; Cy
 *     #/Number of Seats: 2
 *     #/Weight Allowed: true
 *
 *     Ann > Ben = Cy * 12      twelve such papers
 *     tag || Ben > Ann ^7 * 2  two papers, each of the weight of seven
 *     /EMPTY_RANKING/ * 3      blank papers
 *
 * A plain comment on the first line is the title. Tags are passed over: they tend to say whose a paper is. Weights count only
 * where the file allows them. A candidate not among those listed is refused, since a name mistyped would lose a vote.
 */
import { BallotFileError } from './ballotFileError.js';
import type { Beside, ElectionFile } from './electionFile.js';
import { NamedPapers } from './namedPapers.js';
import { type Line, linesOf } from './scanner.js';
import { tidy } from './text.js';

/** Signs with a meaning of their own, which no name may hold. */
export const CEF_RESERVED = /[><=;,#/^*|]/;

export function readCef(bytes: Uint8Array, beside: Beside = {}): ElectionFile {
  const file = new CefFile();
  for (const line of linesOf(bytes)) file.read(line);
  const { title, seats, papers } = file;
  if (!file.said) papers.refuse('candidates or papers, not an empty file');
  const ballots = papers.ballots();
  if (seats && seats.count > ballots.candidates) {
    throw new BallotFileError(seats.line, `a number of seats from 1 to ${ballots.candidates}, not ${seats.count}`);
  }
  return {
    title: title ?? beside.title ?? '',
    seats: seats?.count ?? beside.seats ?? 1,
    candidates: papers.candidates,
    withdrawn: beside.withdrawn ?? [],
    ballots,
    ids: null,
  };
}

class CefFile {
  title: string | null = null;
  seats: { count: number; line: number } | null = null;
  readonly papers = new NamedPapers();
  said = false;
  private weighted = false;

  read({ text, line }: Line): void {
    const { papers } = this;
    papers.line = line;
    if (text.startsWith('#/')) return this.readParameter(text.slice(2));
    if (text.trimStart().startsWith('#/')) papers.refuse('a parameter at the very beginning of its line');
    if (line === 1 && text.startsWith('#')) this.title = tidy(text.slice(1), line);
    const paper = text.replace(/#.*$/, '').trim();
    if (paper !== '') this.readPaper(paper);
  }

  private readParameter(text: string): void {
    const { papers } = this;
    if (papers.packing.rows > 0) papers.refuse('parameters before the first paper');
    const [, name, value = ''] =
      /^\s*([^:]*?)\s*:\s*(.*?)\s*$/.exec(text) ?? papers.refuse('a parameter, its name, a colon and its value');
    this.said = true;
    switch (name!.toLowerCase()) {
      case 'candidates':
        return papers.close(
          value
            .replace(/;$/, '')
            .split(';')
            .map((candidate) => this.nameOf(candidate)),
        );
      case 'number of seats':
      case 'number of seat':
        this.seats = { count: this.whole(value, 'a number of seats'), line: papers.line };
        return;
      case 'weight allowed':
        if (!/^(true|false)$/i.test(value)) papers.refuse('true or false');
        this.weighted = value.toLowerCase() === 'true';
        return;
    }
  }

  private readPaper(text: string): void {
    const { papers } = this;
    this.said = true;
    const vote = text.slice(text.indexOf('||') < 0 ? 0 : text.indexOf('||') + 2);
    const [, ranking, weight, papersAlike] =
      /^([^*^]*)(?:\^([^*^]*))?(?:\*([^*^]*))?$/.exec(vote) ??
      papers.refuse('a ranking, then ^ and a weight, then * and a number of papers');
    const each = weight === undefined ? 1 : this.whole(weight.trim(), 'a weight');
    const alike = papersAlike === undefined ? 1 : this.whole(papersAlike.trim(), 'a number of papers');
    if (!/^\/EMPTY(_RANKING)?\/$/i.test(ranking!.trim())) this.readRanking(ranking!);
    papers.packing.end((this.weighted ? each : 1) * alike);
  }

  private readRanking(ranking: string): void {
    for (const rank of ranking.split('>')) {
      for (const [i, name] of rank.split('=').entries()) this.papers.mark(this.nameOf(name), i > 0);
    }
  }

  private nameOf(written: string): string {
    const name = written.trim();
    if (this.papers.knows(name)) return name;
    if (name === '') this.papers.refuse('the name of a candidate before and after each sign');
    if (CEF_RESERVED.test(name))
      this.papers.refuse(`a name without the signs ><=;,#/^*|, not ${JSON.stringify(name.slice(0, 40))}`);
    return name;
  }

  private whole(text: string, what: string): number {
    if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
    return this.papers.refuse(`${what}, a whole number from 1, not ${JSON.stringify(text.slice(0, 24))}`);
  }
}
