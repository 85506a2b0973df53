import fs from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../platform/paths.ts';
import type { LexiconEntry } from './lexicon/lexicon-file.ts';
import { loadLexicon } from './lexicon/load-lexicon.ts';
import { unpackWeights, type Weights } from './model/weights.ts';

export type ShippedLanguage = { readonly weights: Weights; readonly entries: readonly LexiconEntry[] };

/** What is shipped to read with: the weights and the word lists, from `models/`. About 50 ms; throws when they are not there. */
export const loadLanguage = (folder: string = path.join(projectFolder(), 'models')): ShippedLanguage => ({
  weights: unpackWeights(fs.readFileSync(path.join(folder, 'language.bin'))),
  entries: loadLexicon(path.join(folder, 'lexicon')),
});
