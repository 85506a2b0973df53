import { afterAll, beforeAll, expect, it } from 'vitest';
import { readThread } from '../../src/conversation/actions/read-thread.ts';
import type { Database, Transaction } from '../../src/platform/db/database.ts';
import { expectOk } from '../../src/platform/result.ts';
import { type Company, createHouse, createWorkspace, type House, say, threadOf } from './conversation-kit.ts';

let house: House;
let company: Company;

beforeAll(async () => {
  house = await createHouse();
  company = await createWorkspace(house);
});
afterAll(() => house.close());

/** A database that counts the statements of what it is given to do. */
const counting = (database: Database): { readonly database: Database; readonly asked: () => number } => {
  let asked = 0;
  const counted = (tx: Transaction): Transaction =>
    new Proxy(tx, {
      get: (target, name) => {
        const found: unknown = Reflect.get(target, name);
        if (typeof found !== 'function') return found;
        return (...words: unknown[]) => {
          asked += 1;
          return found.apply(target, words);
        };
      },
    });
  return {
    database: {
      ...database,
      inWorkspace: (workspaceId, work) => database.inWorkspace(workspaceId, (tx) => work(counted(tx))),
    },
    asked: () => asked,
  };
};

const journeysOf = async (threadId: string): Promise<number> => {
  const { database, asked } = counting(house.platform.database);
  expectOk(await readThread({ ...house.desk, database }, company.coordinator, threadId));
  return asked();
};

it('a conversation is opened in five statements, however long it is', async () => {
  const [short = ''] = await say(house, company, { nativeId: 'short', at: '2026-03-01T08:00:00Z' });
  const turns = Array.from({ length: 40 }, (_, turn) => ({
    nativeId: `turn-${turn}`,
    at: new Date(Date.UTC(2026, 2, 2, 8, turn)).toISOString(),
    ...(turn > 0 ? { parent: `turn-${turn - 1}` } : {}),
    ours: turn % 3 === 2,
  }));
  const [long = ''] = await say(house, company, ...turns);
  expect(await journeysOf(await threadOf(house, company, short))).toBe(5);
  expect(await journeysOf(await threadOf(house, company, long))).toBe(5);
});
