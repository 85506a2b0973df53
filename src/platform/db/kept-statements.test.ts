import type pg from 'pg';
import { expect, it } from 'vitest';
import { keepStatements } from './kept-statements.ts';

/** A connection that writes down what it is asked. */
const openWith = (answer: (text: string) => Promise<unknown>) => {
  const asked: { readonly text: string; readonly name: string | undefined }[] = [];
  const client = {
    query: (config: string | { readonly text: string; readonly name?: string }) => {
      const { text, name } = typeof config === 'string' ? { text: config, name: undefined } : config;
      asked.push({ text, name });
      return answer(text);
    },
  };
  keepStatements(client as unknown as pg.PoolClient);
  return { asked, query: client.query };
};

const looks = (asked: readonly { readonly text: string }[]): number[] =>
  asked.flatMap(({ text }, index) => (text === 'discard plans' ? [index] : []));

it('keeps a marked statement under one name, and others under none', async () => {
  const { asked, query } = openWith(async () => 'rows');
  await query({ text: '/* kept */ select 1' });
  await query({ text: 'select 2' });
  await query({ text: '/* kept */ select 1' });
  expect(asked.map(({ name }) => name)).toEqual([asked[0]?.name, undefined, asked[0]?.name]);
  expect(asked[0]?.name).toMatch(/^[\w-]{43}$/);
});

it('has plans made anew each time that a connection has run twice as many statements', async () => {
  const { asked, query } = openWith(async () => 'rows');
  for (let run = 0; run < 200; run += 1) expect(await query({ text: '/* kept */ select 1' })).toBe('rows');
  expect(looks(asked)).toEqual([31, 64, 129]);
  expect(asked).toHaveLength(203);
});

it('runs the statement also where plans could not be dropped', async () => {
  const { query } = openWith((text) =>
    text === 'discard plans' ? Promise.reject(new Error('aborted')) : Promise.resolve('rows'),
  );
  for (let run = 0; run < 40; run += 1) expect(await query({ text: '/* kept */ select 1' })).toBe('rows');
});

it('counts statements that their maker has prepared under a name, and leaves them that name', async () => {
  const { asked, query } = openWith(async () => 'rows');
  for (let run = 0; run < 40; run += 1)
    await query({ text: 'select 3', name: 'three' } as unknown as { readonly text: string });
  expect(new Set(asked.map(({ name }) => name))).toEqual(new Set(['three', undefined]));
  expect(looks(asked)).toEqual([31]);
});
