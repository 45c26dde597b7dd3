/** The published elections of `data/`: what each file expects, and the bytes of the ballots. */
import { readFileSync } from 'node:fs';
import type { Election } from '../../../server/counting/elections/election.js';
import { readBlt } from '../../../server/counting/elections/formats/readBlt.js';

/** A file of `data/`, such as `stv/aberdeen_2022_ward12.blt`. */
export function bytesOf(file: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`data/${file}`, import.meta.url)));
}

/** What one of the `data/*.json` says. */
export function published<Expected>(name: string): Expected {
  return JSON.parse(new TextDecoder().decode(bytesOf(`${name}.json`))) as Expected;
}

export interface PublishedStage {
  do: string;
  /** Whose surplus moved, or who was excluded. */
  who?: string;
  votes: number[];
  notTransferable: number;
}

export interface PublishedStv {
  contests: {
    file: string;
    valid: number;
    quota: number;
    seats: number;
    elected: string[];
    electedAt: number[];
    evidence: string;
    meek: string[];
    stages: PublishedStage[];
    note?: string;
  }[];
  ties: {
    file: string;
    seats: number;
    tie: { afterStage: number; for: string; between: string[]; decidedBy: string; pick?: string };
    elected?: string[];
    electedIf?: Record<string, string[]>;
    stages?: Pick<PublishedStage, 'votes'>[];
  }[];
}

export interface PublishedCondorcet {
  contests: {
    id: string;
    file: string;
    ballots: number;
    candidates: string[];
    winners: string[];
    pairwise: number[][];
    paths?: number[][];
    note?: string;
  }[];
}

export interface PublishedIrv {
  contests: {
    file: string;
    candidates: string[];
    winner: string;
    rounds: { votes: number[]; exhausted: number }[];
  }[];
}

export interface PublishedPositional {
  points: number[];
  contests: {
    id: string;
    file: string;
    ballots: number;
    scores: Record<string, number>;
    top: string[];
    winner?: string;
  }[];
}

/** The election in a BLT file of `data/`. */
export function electionOf(file: string): Election {
  return readBlt(bytesOf(file));
}
