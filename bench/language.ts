/** Reading texts, beside what one would install instead, on texts that nothing here was trained on: `bench/run.ts language`. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isHeldBack, readCorpus } from '../scripts/model/corpus.ts';
import { readTweets } from '../scripts/model/examples.ts';
import {
  compileLexicon,
  createFeatureReader,
  createReader,
  type LabelledText,
  learnLayer,
  loadLanguage,
  type Polarity,
} from '../src/language/index.ts';
import { readWithoutField } from './language/read-without-field.ts';

type Said = { readonly polarity: Polarity; readonly intents: readonly string[] };
type System = { readonly name: string; read(text: string): Said | Promise<Said> };

const folder = path.join(import.meta.dirname, 'language');
if (!fs.existsSync(path.join(folder, 'node_modules'))) {
  const installed = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
  });
  if (installed.status !== 0) throw new Error('the packages to compare with could not be installed');
}

const labelOf = (score: number): Polarity => (score > 0 ? 'pos' : score < 0 ? 'neg' : 'neu');
const feeling = (score: number): Said => ({ polarity: labelOf(score), intents: [] });

const openNlpjs = (): System => {
  const require = createRequire(path.join(folder, 'package.json'));
  const { Container } = require('@nlpjs/core');
  const { LangIt } = require('@nlpjs/lang-it');
  const { SentimentAnalyzer } = require('@nlpjs/sentiment');
  const container = new Container();
  container.use(LangIt);
  const analyzer = new SentimentAnalyzer({ container });
  return {
    name: '@nlpjs/lang-it 4.26.1',
    read: async (text) => {
      const { sentiment } = await analyzer.process({ locale: 'it', text });
      return feeling(sentiment?.score ?? 0);
    },
  };
};

const openMultilang = (): System => {
  const sentiment = createRequire(path.join(folder, 'package.json'))('multilang-sentiment');
  return { name: 'multilang-sentiment 2.0.0', read: (text) => feeling(sentiment(text, 'it').score) };
};

const shipped = loadLanguage();
const openLists = (name: string, categories: readonly string[]): System => {
  const entries = shipped.entries.filter(({ category }) => categories.includes(category));
  const read = createFeatureReader(compileLexicon(entries));
  return {
    name,
    read: (text) => feeling(read(text).hints.feelings.reduce((sum, { score }) => sum + score, 0)),
  };
};

const openOurs = (): System => {
  const reader = createReader(shipped);
  return { name: 'ours', read: (text) => reader.understand(text) };
};

const f1 = (
  texts: readonly LabelledText[],
  said: readonly Said[],
  wants: (text: LabelledText) => boolean,
  says: (one: Said) => boolean,
): number => {
  let [hits, alarms, wanted] = [0, 0, 0];
  texts.forEach((text, at) => {
    const want = wants(text);
    const yes = says(said[at] as Said);
    if (want) wanted += 1;
    if (yes) alarms += 1;
    if (want && yes) hits += 1;
  });
  return hits === 0 ? 0 : (2 * hits) / (alarms + wanted);
};

const polarityF1 = (texts: readonly LabelledText[], said: readonly Said[]): number =>
  (['pos', 'neg'] as const)
    .map((label) =>
      f1(
        texts,
        said,
        ({ polarity }) => polarity === label,
        ({ polarity }) => polarity === label,
      ),
    )
    .reduce((sum, value) => sum + value / 2, 0);

const intentF1 = (texts: readonly LabelledText[], said: readonly Said[], intent: string): number =>
  f1(
    texts,
    said,
    ({ intents }) => intents?.includes(intent) === true,
    ({ intents }) => intents.includes(intent),
  );

const readAll = async (system: System, texts: readonly LabelledText[]) => {
  for (const { text } of texts.slice(0, 300)) await system.read(text);
  const began = process.cpuUsage();
  const said: Said[] = [];
  for (const { text } of texts) said.push(await system.read(text));
  return { said, perSecond: texts.length / (process.cpuUsage(began).user / 1_000_000) };
};

const held = readCorpus().filter((text) => text.lang === 'it' && isHeldBack(text));
const tweets = readTweets('dev').map(({ text, labels }) => ({
  text,
  polarity: ({ pos: 'pos', neg: 'neg', MIXED: 'mixed' } as const)[labels.polarity] ?? ('neu' as const),
}));
const plain = held.filter(({ id }) => id.startsWith('plain'));

console.log(
  `${held.length} Italian texts held back (${plain.length} of them plainly worded), ${tweets.length} tweets of happyparents.dev`,
);
console.log(
  'positive and negative, mean F1         held back   plain  tweets   complaint  question   texts/s of processor time',
);
for (const system of [
  openNlpjs(),
  openMultilang(),
  openLists('AFINN-it and Pattern, no negation', ['open']),
  openLists('our lists and theirs, with negation', ['open', 'polarity', 'negator', 'intensifier']),
  openOurs(),
]) {
  const all = await readAll(system, held);
  const onPlain = await readAll(system, plain);
  const onTweets = await readAll(system, tweets);
  const figure = (value: number): string => (value === 0 ? '-' : value.toFixed(3)).padStart(8);
  console.log(
    `${system.name.padEnd(38)}${figure(polarityF1(held, all.said))}${figure(polarityF1(plain, onPlain.said))}${figure(polarityF1(tweets, onTweets.said))}   ${figure(intentF1(held, all.said, 'complaint'))}  ${figure(intentF1(held, all.said, 'question'))}   ${Math.round(all.perSecond)}`,
  );
}

console.log(
  '\nA field that the model was never shown: before -> after 200 corrections of it, and by how many points (mean of four draws, and their spread)',
);
type Measure = readonly [name: string, of: (texts: readonly LabelledText[], said: readonly Said[]) => number];
const measures: readonly Measure[] = [
  ['polarity', polarityF1],
  ...(['complaint', 'question', 'praise'] as const).map(
    (intent): Measure => [intent, (texts, said) => intentF1(texts, said, intent)],
  ),
];
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const spread = (values: readonly number[]): number =>
  Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));
const lifts = new Map<string, number[]>();
for (const field of ['services', 'brand', 'hotel', 'products', 'restaurants', 'public']) {
  const draws = readWithoutField(field, shipped, learnLayer);
  const row = measures.map(([name, of]) => {
    const before = draws.map(({ texts, before: said }) => of(texts, said));
    const after = draws.map(({ texts, after: said }) => of(texts, said));
    const lift = after.map((value, draw) => (value - (before[draw] as number)) * 100);
    lifts.set(name, [...(lifts.get(name) ?? []), ...lift]);
    return `${name} ${mean(before).toFixed(3)} -> ${mean(after).toFixed(3)} (${mean(lift).toFixed(1)} ± ${spread(lift).toFixed(1)})`;
  });
  console.log(`${field.padEnd(12)}${row.join(' · ')}`);
}
const all = [...lifts].map(
  ([name, values]) => `${name} ${mean(values).toFixed(1)} ± ${spread(values).toFixed(1)}`,
);
console.log(`${'all'.padEnd(12)}${all.join(' · ')}`);
process.exit(0);
