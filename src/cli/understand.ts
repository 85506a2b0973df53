import { once } from 'node:events';
import fs from 'node:fs';
import { Command } from 'commander';
import {
  compileLexicon,
  createFeatureReader,
  createReader,
  evaluate,
  type LabelledText,
  learnLayer,
  loadLanguage,
  type Reader,
  speakReading,
} from '../language/index.ts';
import { linesIn } from './lines-in.ts';
import { CommandRefusal } from './run-command.ts';
import { sayEvaluation } from './say-evaluation.ts';
import { correctionOf, parseLabelledLine, parseTextLine } from './understand-line.ts';

type Options = { readonly lang?: string; readonly eval?: string; readonly corrections?: string };

export const understandCommand = new Command('understand')
  .description(
    'Legge testi: una riga JSON {id, text} per testo in entrata, una con lingua, polarità, intenti, aspetti, urgenza e prove in uscita',
  )
  .option('--lang <lingua>', 'la lingua dei testi (it, en...): senza, la riconosce da sé')
  .option(
    '--eval <file>',
    'confronta con testi già etichettati: precisione, richiamo e F1 per giudizio, affidabilità, velocità',
  )
  .option(
    '--corrections <file>',
    'impara prima da questi testi etichettati, come dalle correzioni di un’azienda',
  )
  .action(async (options: Options) => {
    const reader = openReader(options.corrections);
    const known = options.lang === undefined ? {} : { language: options.lang };
    if (options.eval !== undefined) await measure(reader, readLabelled(options.eval), known);
    else await answer(reader, known);
  });

type Known = { readonly language?: string };

const openReader = (corrections: string | undefined): Reader => {
  const shipped = loadLanguage();
  if (corrections === undefined) return createReader(shipped);
  const features = createFeatureReader(compileLexicon(shipped.entries));
  const layer = learnLayer(shipped.weights, features, readLabelled(corrections).map(correctionOf));
  return createReader({ ...shipped, adjust: layer.adjust });
};

const answer = async (reader: Reader, known: Known): Promise<void> => {
  let number = 0;
  let waiting = '';
  for await (const line of linesIn(process.stdin)) {
    number += 1;
    if (line.trim() === '') continue;
    const parsed = parseTextLine(line);
    if (!parsed.ok) {
      console.error(`Riga ${number}: ${parsed.error}`);
      process.exitCode = 1;
      continue;
    }
    const { id, text } = parsed.value;
    waiting += `${JSON.stringify({ id, ...speakReading(reader.understand(text, known)) })}\n`;
    if (waiting.length > 65_536) {
      await write(waiting);
      waiting = '';
    }
  }
  if (waiting !== '') await write(waiting);
};

const write = async (text: string): Promise<void> => {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
};

const readLabelled = (file: string): readonly LabelledText[] => {
  if (!fs.existsSync(file)) throw new CommandRefusal(`Non trovo ${file}.`);
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const parsed = parseLabelledLine(line);
      if (!parsed.ok) throw new CommandRefusal(`${file}, riga ${index + 1}: ${parsed.error}`);
      return [parsed.value];
    });
};

const measure = async (reader: Reader, texts: readonly LabelledText[], known: Known): Promise<void> => {
  // A first round warms up what a running house has warm.
  for (const { text } of texts.slice(0, 2_000)) reader.understand(text, known);
  const began = performance.now();
  const readings = texts.map(({ text }) => reader.understand(text, known));
  const seconds = (performance.now() - began) / 1_000;
  await write(sayEvaluation(evaluate(texts, readings), texts.length / seconds));
};
