import { beforeAll, expect, it } from 'vitest';
import { loadLanguage, type ShippedLanguage } from '../../language/index.ts';
import { learnCompany, measureLearning } from '../model/learn-company.ts';
import { readPack } from '../model/pack-text.ts';
import { createLearnApart } from './learn-apart.ts';

let language: ShippedLanguage;
beforeAll(() => {
  language = loadLanguage();
});

const things = ['vaso', 'bordo', 'piatto', 'colore', 'manico', 'smalto', 'catino', 'coperchio'];
const taught = {
  entries: readPack('# aspect:smalto\nsmalt* | sfumat*\n').entries,
  lessons: Array.from({ length: 48 }, (_, at) => ({
    title: null,
    body: `il ${things[at % things.length]} numero ${at} è sfumato`,
    heldBack: at % 4 === 0,
    said: [{ polarity: 'pos' as const, intents: ['praise' as const] }],
  })),
};
const never = new AbortController().signal;

it('learns in another thread what would be learnt here, and this one goes on meanwhile', async () => {
  const apart = createLearnApart(language, { few: 0 });
  let turns = 0;
  const beat = setInterval(() => {
    turns += 1;
  }, 1);
  const learnt = await apart.learn(taught, never);
  clearInterval(beat);
  expect(learnt).toEqual({ ok: true, value: learnCompany(language, taught) });
  expect(turns).toBeGreaterThan(0);
});

it('measures in another thread what would be measured here', async () => {
  const apart = createLearnApart(language, { few: 0 });
  const here = measureLearning(language, taught);
  expect(here?.count).toBe(12);
  expect(here?.after.agreement).toBeGreaterThan(here?.before.agreement ?? 1);
  expect(await apart.measure(taught, never)).toEqual({ ok: true, value: here });
});

it('begins no thread for a few lessons, and gives up when nobody wants it any more', async () => {
  const few = { ...taught, lessons: taught.lessons.slice(0, 5) };
  const apart = createLearnApart(language, { few: 5 });
  const stopped = AbortSignal.abort();
  expect(await apart.learn(few, stopped)).toMatchObject({ ok: true, value: { size: 5 } });
  expect(await apart.learn(taught, stopped)).toEqual({ ok: false, error: { kind: 'cancelled' } });
});
