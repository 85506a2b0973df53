import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { folderFor, passaparola } from './cli-kit.ts';

const folder = folderFor('half-life');
const written = (name: string, content: string | Uint8Array): string => {
  const file = path.join(folder, name);
  fs.writeFileSync(file, content);
  return file;
};

/** A year: thirty pairs talk much and stop, thirty talk little and go on. Unordered, as logs are. */
const lines = Array.from({ length: 30 }, (_, pair) => [
  ...Array.from({ length: 30 }, (_, turn) => `a${pair} b${pair} ${(pair + 2 * turn) * 86_400}`),
  ...Array.from({ length: 40 }, (_, turn) => `d${pair} c${pair} ${(pair + 9 * turn) * 86_400}`),
])
  .flat()
  .toReversed();
const half = (words: readonly string[]) => passaparola(['half-life', ...words]);

describe('half-life', { timeout: 60_000 }, () => {
  it('says how well each half-life foretells contact, and which is best', async () => {
    const { code, out, error } = await half([written('log.txt', lines.join('\n'))]);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toMatch(/^2100 contatti tra 120 persone, 60 coppie\.\n/);
    expect(out.match(/^ +(3|7|14|30|60|90) giorni {2}[01],\d{3}/gm)).toHaveLength(6);
    expect(out.match(/← la migliore/g)).toHaveLength(1);
    expect(out).toMatch(/^ +contando +0,\d{3}$/m);
  });

  it('gives programs the same in JSON, from gzip too, whatever the form of the times', async () => {
    const iso = lines.map((line) => {
      const [a, b, time] = line.split(' ');
      return `${a}\t${b}\t${new Date(Number(time) * 1_000).toISOString()}`;
    });
    const plain = await half([written('plain.txt', lines.join('\r\n')), '--json', '--horizon', '14d']);
    const packed = await half([written('log.gz', gzipSync(iso.join('\n'))), '--json', '--horizon', '336h']);
    expect(packed).toEqual(plain);
    const said = JSON.parse(plain.out);
    expect(said).toMatchObject({ events: 2100, people: 120, pairs: 60, horizon_days: 14, refused_lines: 0 });
    expect(said.auc.map(({ half_life_days }: { half_life_days: number }) => half_life_days)).toEqual([
      3, 7, 14, 30, 60, 90,
    ]);
    expect(said.chosen.auc).toBeGreaterThan(said.count_auc);
    expect(said.cut_offs.length).toBeGreaterThan(5);
  });

  it('names the lines that it cannot read, and counts the others', async () => {
    const file = written(
      'odd.txt',
      ['boh', ...lines, 'a b ieri', '', '# commento', 'x x 5', lines[0]].join('\n'),
    );
    const { code, out, error } = await half([file, '--json']);
    expect(code).toBe(0);
    expect(error).toBe(
      'Riga 1: servono tre cose: chi, con chi, quando.\nRiga 2102: «ieri» non è un momento (secondi o millisecondi dal 1970, oppure ISO 8601).\n',
    );
    expect(JSON.parse(out)).toMatchObject({ events: 2100, refused_lines: 2, self: 1, repeated: 1 });
  });

  const refused = async (words: readonly string[]): Promise<string> => {
    const { code, out, error } = await half(words);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error).not.toMatch(/at .*\.ts:\d+/);
    return error;
  };

  it('says in a sentence what cannot be tried', async () => {
    expect(await refused([written('few.txt', 'a b 0\na b 86400\n')])).toContain('troppo poco tempo');
    expect(await refused([written('empty.txt', '')])).toContain('troppo poco tempo');
    expect(await refused([written('ok.txt', lines.join('\n')), '--horizon', 'presto'])).toContain('14d');
  });

  it('says in a sentence which file it cannot read', async () => {
    expect(await refused([path.join(folder, 'manca.txt')])).toContain('Non trovo');
    const broken = gzipSync(lines.join('\n')).subarray(0, 300);
    expect(await refused([written('broken.gz', broken)])).toContain('rovinato');
  });
});
