import fs from 'node:fs';
import path from 'node:path';
import { type LexiconEntry, parseLexicon } from './lexicon-file.ts';

/** The word lists that we ship, from `models/lexicon`. Throws when one of them cannot be read: they belong to the program. */
export const loadLexicon = (folder: string): readonly LexiconEntry[] =>
  fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => {
      const { entries, problems } = parseLexicon(fs.readFileSync(path.join(folder, file), 'utf8'));
      if (problems[0]) throw new Error(`${file}, line ${problems[0].line}: ${problems[0].kind}`);
      return entries;
    });
