import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitUntil } from '../kit/wait-until.ts';
import { type Person, setUp } from './person.ts';
import { clearAway, createProgram, type Program } from './program.ts';
import { askDatabase, killMany, randomFrom } from './storm.ts';

const ROWS = 12_000;
const REFUSED_EVERY = 1_000;
const KILLS = 3;

let program: Program;
let person: Person;
beforeAll(async () => {
  program = await createProgram();
  program.spawn();
  await program.ready();
  person = await setUp(program);
});
afterAll(() => clearAway(program));

type View = {
  readonly id: string;
  readonly state: string;
  readonly steps: readonly string[];
  readonly rowsDone: number;
  readonly brought: number;
  readonly refused: number;
};

const day = (row: number) => (row % REFUSED_EVERY === 0 ? 'chissà quando' : `2024-03-${10 + (row % 20)}`);
const file = Buffer.from(
  [
    'Data;Nome;Recensione',
    ...Array.from({ length: ROWS }, (_, at) => `${day(at + 1)};Persona ${at % 50};Recensione n. ${at + 1}`),
  ].join('\n'),
);

const send = async (home: string): Promise<string> => {
  const { id } = await person.expectDone<View>('POST', `${home}/imports`, {
    name: 'tutte.csv',
    byteLength: file.length,
  });
  for (let offset = 0; offset < file.length; offset += 800_000) {
    const response = await fetch(`${program.url}${home}/imports/${id}/content?offset=${offset}`, {
      method: 'PUT',
      headers: {
        cookie: person.cookie,
        origin: program.url,
        'content-type': 'application/octet-stream',
      },
      body: new Uint8Array(file.subarray(offset, offset + 800_000)),
    });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  }
  return id;
};

it(`an import killed ${KILLS} times without notice brings every row once, and its undo takes all of them back`, {
  timeout: 300_000,
  retry: 0,
}, async () => {
  const home = `/api/workspaces/${person.workspaceId}`;
  const id = await send(home);
  const one = `${home}/imports/${id}`;
  await person.expectDone('POST', `${one}/steps`, { step: 'start' });
  const killed = await killMany({ program }, KILLS, randomFrom(20_241_122));
  expect(killed).toHaveLength(KILLS);
  const done = await followed(one, 'done');
  const refused = ROWS / REFUSED_EVERY;
  expect(done).toMatchObject({ rowsDone: ROWS, brought: ROWS - refused, refused });
  expect(await numbersKept()).toEqual({ rows: ROWS - refused, different: ROWS - refused });
  await person.expectDone('POST', `${one}/steps`, { step: 'undo' });
  await pause(300);
  await program.kill();
  program.spawn();
  await program.ready();
  await followed(one, 'undone');
  expect(await numbersKept()).toEqual({ rows: 0, different: 0 });
});

/** Waits, as a person would who looks at it and lets it go on where it stopped. */
const followed = async (one: string, state: string): Promise<View> => {
  let view: View | undefined;
  await waitUntil(
    async () => {
      const answer = await person.ask<View>('GET', one);
      view = answer?.status === 200 ? answer.body : undefined;
      if (view?.steps.includes('resume')) await person.ask('POST', `${one}/steps`, { step: 'resume' });
      return view?.state === state;
    },
    { what: `the import to be ${state}`, within: 120_000, every: 300 },
  );
  return view as View;
};

const numbersKept = async () => {
  const [row] = await askDatabase<{ rows: number; different: number }>(
    program,
    `select count(*)::int as rows, count(distinct substring(body from '\\d+'))::int as different from mentions`,
  );
  return row;
};
