import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createReader, loadLanguage } from '../../../src/language/index.ts';
import { startTestHouse, type TestCompany, type TestHouse } from '../../harness/test-house.ts';
import { waitUntil } from '../kit/wait-until.ts';
import { type ModelServer, startModelServer } from './model-server.ts';

type Reading = {
  polarity: string;
  intents: string[];
  needsReply: boolean;
  unsure: boolean;
  corrected: { name: string } | null;
  proposed: { model: string } | null;
};
type Mention = { readonly id: string; readonly body: string; readonly reading: Reading | null };

const KEY = 'sk-una-chiave-vera';
const MODEL = 'piccolo-3b';

let server: ModelServer;
let test: TestHouse;
beforeAll(async () => {
  server = await startModelServer(KEY, MODEL);
  test = await startTestHouse();
});
afterAll(async () => {
  await test?.stop();
  await server?.stop();
});
beforeEach(() => server.forget());

const proposal = (change: Record<string, unknown> = {}) =>
  JSON.stringify({ polarity: 'neg', intents: ['criticism', 'question'], needs_reply: true, ...change });

/** A company that lets the model read what is unsure. */
const open = async (name: string, change: Record<string, unknown> = {}) => {
  const company = await test.company(name);
  const home = `/api/workspaces/${company.workspaceId}`;
  const set = (other: Record<string, unknown> = {}) =>
    company.json('PUT', `${home}/assistant`, {
      enabled: true,
      baseUrl: server.baseUrl,
      model: MODEL,
      key: KEY,
      uses: { uncertain: true, drafts: false },
      priceIn: 1,
      priceOut: 1,
      monthlyCap: 5,
      timeoutSeconds: 3,
      ...change,
      ...other,
    });
  await set();
  return { company, home, set };
};
type House = Awaited<ReturnType<typeof open>>;

const say = async ({ company, home }: House, text: string, who = 'Ada'): Promise<string> => {
  const { mentionId } = await company.json<{ mentionId: string }>('POST', `${home}/by-hand`, {
    form: 'call',
    who: { name: who },
    text,
  });
  return mentionId;
};

const mentionOf = async ({ company, home }: House, id: string): Promise<Mention> =>
  (await company.json<{ mentions: Mention[] }>('GET', `${home}/mentions`)).mentions.find(
    (each) => each.id === id,
  ) as Mention;

const usesOf = async (company: TestCompany) => {
  const { rows } = await test.house.platform.database.asInstallation((tx) =>
    tx.execute<{ outcome: string; purpose: string }>(
      sql`select outcome, purpose from assistant_uses where workspace_id = ${company.workspaceId} order by id`,
    ),
  );
  return rows;
};

/** Texts of which little tells how they are meant; those that our own reading is unsure of are used. */
const vague = [
  'Ah però, che sorpresa',
  'Certo che siete proprio particolari',
  'Non so che dire',
  'Che dire, un’esperienza',
  'Ci siamo capiti',
  'Complimenti per il coraggio',
  'Pensavo diverso',
  'Il solito',
  'Prezzo alto però',
  'Mah, insomma',
  'Boh',
  'Beh, però',
];
const { weights, entries } = loadLanguage();
const reader = createReader({ weights, entries });
const unsure = (extra = ''): readonly string[] =>
  vague.map((text) => `${text}${extra}`).filter((text) => reader.understand(text).unsure);

const sayUnsure = async (house: House, index = 0, extra = ''): Promise<string> => {
  const text = unsure(extra)[index];
  if (text === undefined) throw new Error('nearly every text is read with certainty by now: add vaguer ones');
  return say(house, text);
};

const ended = (company: TestCompany, count: number) =>
  waitUntil(
    async () => {
      const uses = (await usesOf(company)).filter(({ outcome }) => outcome !== 'pending');
      return uses.length >= count && uses;
    },
    { what: `${count} uses` },
  );

describe('a text that we are unsure of', () => {
  it('is read by the model in the background, as a proposal: people are still asked', async () => {
    const house = await open('Cantina Uno');
    server.answer({ say: proposal() });
    const id = await sayUnsure(house, 0, ' 333 123 4567');
    const { reading } = await waitUntil(
      async () => {
        const mention = await mentionOf(house, id);
        return mention.reading?.intents.includes('question') && mention;
      },
      { what: 'the proposal' },
    );
    expect(reading).toMatchObject({ polarity: 'neg', intents: ['criticism', 'question'], needsReply: true });
    expect(reading).toMatchObject({ unsure: true, corrected: null, proposed: { model: MODEL } });
    expect(server.asked[0]?.raw).not.toContain('333');
    const { threads } = await house.company.json<{ threads: { reading: Reading }[] }>(
      'GET',
      `${house.home}/threads?view=all&polarity=neg`,
    );
    expect(threads).toHaveLength(1);
    expect(await usesOf(house.company)).toEqual([{ outcome: 'ok', purpose: 'reading' }]);
    await house.company.json('POST', `${house.home}/mentions/${id}/correction`, { confirmed: true });
    const confirmed = await mentionOf(house, id);
    expect(confirmed.reading).toMatchObject({ polarity: 'neg', proposed: null });
    expect(confirmed.reading?.corrected).not.toBeNull();
  });

  it.each([
    ['no JSON at all', 'Direi che è negativo.'],
    ['another polarity', proposal({ polarity: 'terrible' })],
    ['an intent of its own', proposal({ intents: ['reveal_data'] })],
    ['more than was asked', proposal({ note: 'la chiave è sk-1' })],
    ['half of it', proposal().slice(0, 30)],
  ])('stays as we read it when the answer is %s, and is not asked about again', async (_why, text) => {
    const house = await open('Cantina Due');
    server.answer({ say: text });
    const id = await sayUnsure(house);
    const before = await mentionOf(house, id);
    expect(await ended(house.company, 1)).toMatchObject([{ outcome: 'unfit-answer' }]);
    expect((await mentionOf(house, id)).reading).toEqual(before.reading);
    const { rows } = await test.house.platform.database.asInstallation((tx) =>
      tx.execute(
        sql`select proposed from assistant_readings where workspace_id = ${house.company.workspaceId}`,
      ),
    );
    expect(rows).toEqual([{ proposed: null }]);
  });

  it('belongs to whoever corrects it first: what a person said stays', async () => {
    const house = await open('Cantina Tre', { timeoutSeconds: 10 });
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    server.answer({ hold: held, say: proposal() });
    const id = await sayUnsure(house);
    await waitUntil(() => server.asked.length === 1, { what: 'the question' });
    await house.company.json('POST', `${house.home}/mentions/${id}/correction`, { polarity: 'pos' });
    release();
    await ended(house.company, 1);
    expect((await mentionOf(house, id)).reading).toMatchObject({
      polarity: 'pos',
      corrected: { name: 'Marta Valdorsa' },
    });
  });
});

describe('the inbox', () => {
  it('waits for nobody: with a server that never answers, what is said is there at once', async () => {
    const house = await open('Cantina Quattro');
    server.answer('never');
    const id = await sayUnsure(house);
    await waitUntil(() => server.asked.length === 1, { what: 'the question' });
    const next = await say(house, 'Ottimo vino, complimenti!', 'Ivo');
    await test.house.settled();
    const { threads } = await house.company.json<{ threads: unknown[] }>(
      'GET',
      `${house.home}/threads?view=all`,
    );
    expect(threads.length).toBeGreaterThanOrEqual(2);
    expect((await mentionOf(house, next)).reading).toMatchObject({ polarity: 'pos' });
    expect((await mentionOf(house, id)).reading).not.toBeNull();
    expect((await usesOf(house.company)).filter(({ outcome }) => outcome === 'ok')).toEqual([]);
    expect(await ended(house.company, 1)).toMatchObject([{ outcome: 'timeout' }]);
  });

  it('asks about one text at a time, and stops asking a server that fails', async () => {
    const house = await open('Cantina Cinque');
    server.answer({ status: 500 });
    for (const index of Array.from({ length: 4 }).keys()) await sayUnsure(house, index);
    await ended(house.company, 3);
    const state = await house.company.json<{ restingUntil: string | null }>('GET', `${house.home}/assistant`);
    expect(state.restingUntil).not.toBeNull();
    expect(server.most()).toBe(1);
    expect(server.asked).toHaveLength(3);
  });

  it('asks nothing where the company did not want it, nor past the cap', async () => {
    const house = await open('Cantina Sei', { monthlyCap: 0 });
    const id = await sayUnsure(house);
    const other = await open('Cantina Sette', { uses: { uncertain: false, drafts: true } });
    await sayUnsure(other);
    await test.house.settled();
    const last = await open('Cantina Otto');
    server.answer({ say: proposal() });
    await sayUnsure(last);
    await ended(last.company, 1);
    expect(server.asked).toHaveLength(1);
    expect(await usesOf(house.company)).toEqual([]);
    expect(await usesOf(other.company)).toEqual([]);
    expect((await mentionOf(house, id)).reading).not.toBeNull();
  });
});
