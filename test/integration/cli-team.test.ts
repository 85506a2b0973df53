import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { folderFor, passaparola } from './cli-kit.ts';

const folder = folderFor('team');
const write = (name: string, text: string | Buffer): string => {
  const file = path.join(folder, name);
  fs.writeFileSync(file, text);
  return file;
};

/** Forty people in a ring with chords; conversations that p3 sets off and others follow, told in no order. */
const people = Array.from({ length: 40 }, (_, at) => `p${at}`);
const edges = people.flatMap((one, at) => [
  `${one} ${people[(at + 1) % 40]}`,
  ...(at % 3 === 0 ? [`${one}\t${people[(at * 7 + 5) % 40]}`] : []),
]);
const events = Array.from({ length: 1_200 }, (_, talk) => [
  `talk-${talk} p3 ${talk * 10}`,
  `talk-${talk} p4 ${talk * 10 + 1}`,
  `talk-${talk} p2 ${talk * 10 + 2}`,
  `talk-${talk} p${(talk * 13) % 40} ${talk * 10 + 3}`,
]).flat();
const shuffled = events.toSorted(
  (a, b) => ((a.length * 31 + a.charCodeAt(7)) % 17) - ((b.length * 31 + b.charCodeAt(7)) % 17),
);

type Answer = {
  readonly method: string;
  readonly certificate: number | null;
  readonly band: unknown;
  readonly cost: number;
  readonly seconds: number;
  readonly team: readonly {
    readonly id: string;
    readonly gain: number;
    readonly cost: number;
    readonly reasons: readonly string[];
  }[];
};
const team = async (
  words: readonly string[],
): Promise<Answer & { readonly error: string; readonly ids: string[] }> => {
  const { code, out, error } = await passaparola(['team', ...words, '--json']);
  expect(code).toBe(0);
  const answer: Answer = JSON.parse(out);
  return { ...answer, error, ids: answer.team.map(({ id }) => id) };
};

describe('team', { timeout: 60_000 }, () => {
  const file = write('edges.txt', `# una cerchia\n${edges.join('\n')}\n`);

  it('chooses from what was seen, and says so; who sets off most comes first', async () => {
    const log = write('events.txt', events.join('\n'));
    const chosen = await team([file, '--events', log, '--size', '3', '--band', '0,100']);
    expect(chosen.method).toBe('observed');
    expect(chosen.band).toMatchObject({ from: 0, to: 100 });
    expect(chosen.ids[0]).toBe('p3');
    expect(chosen.ids).toHaveLength(3);
    expect(chosen.certificate).toBeGreaterThan(0.6);
    expect(chosen.seconds).toBeGreaterThan(0);
    expect(chosen.team[0]?.reasons[0]).toMatch(/persone sono intervenute dopo di lei/);
    expect(chosen.cost).toBeCloseTo(
      chosen.team.reduce((sum, { cost }) => sum + cost, 0),
      6,
    );
    expect(chosen.error).toBe('');
  });

  it('is not moved by packing, by order, by lines said twice, nor by one clock that jumps', async () => {
    const options = ['--size', '4', '--band', '0,100'];
    const plain = await team([file, '--events', write('plain.txt', events.join('\n')), ...options]);
    const packed = write('edges.gz', gzipSync(`${edges.join('\r\n')}\n`));
    const odd = write(
      'odd.gz',
      gzipSync([...shuffled, ...events.slice(0, 500), 'talk-1 p3 99999999999'].join('\n')),
    );
    const again = await team([packed, '--events', odd, ...options]);
    expect(again.team).toEqual(plain.team);
  });

  it('learns only up to the moment asked, and guesses when there is too little', async () => {
    const log = write('until.txt', events.join('\n'));
    const early = await team([
      file,
      '--events',
      log,
      '--train-until',
      '1500',
      '--size',
      '3',
      '--band',
      '0,100',
    ]);
    expect(early.method).toBe('learned');
    expect((await team([file, '--size', '3'])).method).toBe('cascade');
  });

  it('keeps within the hours, with who must be there and without who must not', async () => {
    const pin = write('pin.txt', 'p11\nnobody-yet\n');
    const exclude = write('exclude.txt', '# no\np3\np6\n');
    const words = [file, '--budget', '8', '--band', '0,100', '--pin', pin, '--exclude', exclude];
    const chosen = await team(words);
    expect(chosen.ids.slice(0, 2)).toEqual(['p11', 'nobody-yet']);
    expect(chosen.ids).not.toContain('p3');
    expect(chosen.cost).toBeLessThanOrEqual(8);
    expect((await team([...words, '--seed', '1'])).team).toEqual(chosen.team);
  });

  it('looks for the middle of the audience in a file of followers', async () => {
    const followers = write('followers.csv', people.map((one, at) => `${one},${at * 10}`).join('\n'));
    const chosen = await team([
      file,
      '--followers',
      followers,
      '--method',
      'followers',
      '--band',
      '60,97',
      '--size',
      '2',
    ]);
    expect(chosen.ids).toEqual(['p37', 'p36']);
    expect(chosen.certificate).toBeNull();
  });

  it('says the number of each line that cannot be read, and goes on with the others', async () => {
    const broken = write(
      'broken.txt',
      ['p1 p2', 'alone', 'p2 p3 NaN', 'p2 p3 -1', 'p3 p4 2', 'p4 p4'].join('\n'),
    );
    const log = write(
      'broken-events.txt',
      ['t p1 1', 't p2', 't p3 ieri', 't p4 2026-01-01T10:00:00Z'].join('\n'),
    );
    const { code, error, out } = await passaparola(['team', broken, '--events', log, '--json']);
    expect(code).toBe(0);
    for (const line of [
      'broken.txt, riga 2',
      'broken.txt, riga 3',
      'broken.txt, riga 4',
      'broken-events.txt, riga 2',
      'broken-events.txt, riga 3',
    ])
      expect(error).toContain(line);
    expect(error).not.toContain('riga 1:');
    expect(JSON.parse(out).refused_lines).toBe(5);
  });

  it('has nobody to offer for empty files, without any fuss', async () => {
    const nothing = write('nothing.txt', '');
    expect((await team([nothing, '--events', nothing])).team).toEqual([]);
    const { code, out } = await passaparola(['team', nothing]);
    expect({ code, said: out.includes('Nessuno') }).toEqual({ code: 0, said: true });
  });

  it('works from conversations alone, when nobody wrote down who is tied to whom', async () => {
    const nothing = write('no-ties.txt', '# niente\n');
    const log = write('only-events.txt', events.join('\n'));
    const chosen = await team([
      nothing,
      '--events',
      log,
      '--size',
      '3',
      '--method',
      'observed',
      '--band',
      '0,100',
    ]);
    expect(chosen.ids[0]).toBe('p3');
  });

  it('compares without flattery when asked, for a person to read', async () => {
    const log = write('compare.txt', events.join('\n'));
    const { code, out } = await passaparola(['team', file, '--events', log, '--size', '3', '--compare']);
    expect(code).toBe(0);
    expect(out).toMatch(/altrettanti grandi \d+/);
    expect(out).toMatch(/Togliendo un decimo dei dati resta il \d+ % della squadra/);
  });

  it.each([
    [['--method', 'magic'], /--method può essere/],
    [['--band', '97,60'], /--band vuole due percentili/],
    [['--budget', '3', '--size', '2'], /tutt’e due insieme no/],
    [['--size', 'tre'], /--size dev’essere un numero/],
    [['--events', '/nowhere'], /Non trovo \/nowhere/],
    [['--train-until', 'domani'], /--train-until vuole un momento/],
  ])('refuses %j in a sentence', async (words, said) => {
    const { code, error } = await passaparola(['team', file, ...words]);
    expect(code).toBe(1);
    expect(error).toMatch(said);
    expect(error).not.toMatch(/at .*\.ts:\d+/);
  });
});
