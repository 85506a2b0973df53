import { createHash } from 'node:crypto';
import path from 'node:path';
import { createReader, type Evaluation, evaluate, loadLanguage } from '../../src/language/index.ts';
import { projectFolder } from '../../src/platform/paths.ts';
import { isHeldBack, type Labelled, readCorpus } from './corpus.ts';
import { readTweets } from './examples.ts';
import { inputsOfModel } from './inputs.ts';

/** The model's card, with figures on what it was never trained on: Markdown. */
export const writeCard = (packed: Uint8Array, learntFrom: number): string => {
  const reader = createReader(loadLanguage(path.join(projectFolder(), 'models')));
  const corpus = readCorpus();
  const held = corpus.filter(isHeldBack);
  const judge = (texts: readonly Labelled[]): Evaluation =>
    evaluate(
      texts,
      texts.map(({ text }) => reader.understand(text)),
    );
  const figures = judge(held);
  const tweets = readTweets('dev').map(({ text, labels }) => ({
    text,
    polarity: ({ pos: 'pos', neg: 'neg', MIXED: 'mixed' } as const)[labels.polarity] ?? ('neu' as const),
  }));
  const onTweets = evaluate(
    tweets,
    tweets.map(({ text }) => reader.understand(text)),
  );
  return `# Card of the language model

What \`src/language\` reads with. Made by \`npm run model\`, the same bytes each time.

- **Weights** \`language.bin\`, ${Math.round(packed.length / 1000)} kB, SHA-256 \`${createHash('sha256').update(packed).digest('hex')}\`
- **Made of** texts, lists and code with SHA-256 \`${inputsOfModel()}\`
- **Shape** one logistic regression per judgement over 65,536 shared places (words, pairs of words, negated words, pieces of 3 to 5
  characters) and clues of rules and word lists; 8 bits a weight; probabilities by Platt scaling on texts that were out of the fold
- **Learnt from** ${learntFrom} texts: ${corpus.length - held.length} of our own (\`models/corpus\`, the project's licence: ${corpus.filter(({ lang }) => lang === 'it').length} Italian and ${corpus.filter(({ lang }) => lang === 'en').length} English in all, 15 % held back) and ${readTweets('train').length} tweets
  (Happy-Parents, Apache-2.0); word lists of our own, AFINN-it (MIT) and Pattern (BSD): \`models/open/README.md\`
- **Use** to sort what a company hears and to say which words led there; never to judge a person
- **Limits** It does not see irony: texts that mean the opposite of what they say are read as they are said. Our texts were invented,
  half of them to be hard; texts of real people differ, and a company's own corrections help more than any figure here. Dialects are
  only met as turns of phrase. Languages other than Italian and English are named, and their feeling is a guess.

## Figures on the ${held.length} texts held back

${tableOf(figures)}

## Polarity by sector (F1 of positive and of negative)

${sectorsOf(held, judge)}

Tweets of parents that were never trained on (${tweets.length}): positive ${f1(onTweets, 'polarity pos')}, negative ${f1(onTweets, 'polarity neg')}.

## Can its confidence be believed?

Judgements on the texts held back (polarity and intents), by how sure it was. Mean distance: ${percent(figures.calibrationError)}.

| said to be | judgements | on average | right |
|---|---|---|---|
${figures.reliability.map(({ from, count, meanConfidence, right }) => `| ${Math.round(from * 100)}-${Math.round(from * 100 + 10)} % | ${count} | ${percent(meanConfidence)} | ${percent(right / count)} |`).join('\n')}
`;
};

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

const tableOf = ({ heads }: Evaluation): string =>
  [
    '| judgement | texts | precision | recall | F1 |',
    '|---|---|---|---|---|',
    ...heads.map(
      ({ head, wanted, precision, recall, f1: score }) =>
        `| ${head} | ${wanted} | ${percent(precision)} | ${percent(recall)} | ${score.toFixed(3)} |`,
    ),
  ].join('\n');

const f1 = ({ heads }: Evaluation, head: string): string =>
  (heads.find((one) => one.head === head)?.f1 ?? 0).toFixed(3);

const sectorsOf = (held: readonly Labelled[], judge: (texts: readonly Labelled[]) => Evaluation): string => {
  const rows = [...Map.groupBy(held, ({ sector }) => sector)]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([sector, texts]) => {
      const figures = judge(texts);
      return `| ${sector} | ${texts.length} | ${f1(figures, 'polarity pos')} | ${f1(figures, 'polarity neg')} | ${f1(figures, 'complaint')} |`;
    });
  return ['| sector | texts | positive | negative | complaint |', '|---|---|---|---|---|', ...rows].join(
    '\n',
  );
};
