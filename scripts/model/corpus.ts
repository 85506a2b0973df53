import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../../src/platform/paths.ts';

/** A text with its labels, as models/corpus/GUIDELINES.md says. */
export type Labelled = {
  readonly id: string;
  readonly text: string;
  readonly lang: 'it' | 'en';
  readonly sector: string;
  readonly channel: string;
  readonly polarity: 'pos' | 'neg' | 'neu' | 'mixed';
  readonly strength: 0 | 1 | 2;
  readonly intents: readonly string[];
  readonly aspects: readonly {
    readonly aspect: string;
    readonly polarity: 'pos' | 'neg' | 'neu' | 'mixed';
  }[];
  readonly needs_reply: boolean;
  readonly toxic: boolean;
  readonly irony: boolean;
};

const folder = () => path.join(projectFolder(), 'models', 'corpus');

/** Every text of our own, in the order of the files' names. */
export const readCorpus = (): readonly Labelled[] =>
  fs
    .readdirSync(folder())
    .filter((file) => file.endsWith('.jsonl') && file !== 'drafts.jsonl')
    .sort()
    .flatMap((file) => readLines<Labelled>(path.join(folder(), file)));

export const readLines = <Row>(file: string): Row[] =>
  fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);

const PARTS = 100;
const HELD_BACK = 15;

/** A number from 0 to 99 that depends on the identifier alone. */
export const partOf = (id: string): number =>
  createHash('sha256').update(id).digest().readUInt32BE(0) % PARTS;

/** 15 texts of a hundred are never trained on. */
export const isHeldBack = ({ id }: { readonly id: string }): boolean => partOf(id) < HELD_BACK;
