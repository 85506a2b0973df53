import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../../src/platform/paths.ts';

/** Everything that the weights follow from. */
const folders = [
  'models/corpus',
  'models/lexicon',
  'models/open',
  'scripts/model',
  'src/language/features',
  'src/language/lexicon',
  'src/language/model',
  'src/language/text',
];
const kinds = ['.jsonl', '.txt', '.ts'];

/** SHA-256 over the files that the model is made of, tests and drafts apart: the card carries it, and a test compares. */
export const inputsOfModel = (): string => {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const whole = path.join(projectFolder(), folder);
    for (const file of fs.readdirSync(whole).sort()) {
      if (!kinds.some((kind) => file.endsWith(kind)) || isApart(file)) continue;
      hash.update(`${folder}/${file}\n`).update(fs.readFileSync(path.join(whole, file)));
    }
  }
  return hash.digest('hex');
};

const isApart = (file: string): boolean => file.endsWith('.test.ts') || file === 'drafts.jsonl';
