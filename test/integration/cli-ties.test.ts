import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { folderFor, passaparola, root } from './cli-kit.ts';

const folder = folderFor('ties');
const food = path.join(root, 'test/peers/graph-oracles/graphs/fb_food_pages.txt.gz');

const fileOf = (name: string, content: string | Uint8Array): string => {
  const file = path.join(folder, name);
  fs.writeFileSync(file, content);
  return file;
};

const bridge =
  'anna bruno\nbruno carla\ncarla anna\ncarla dino # the bridge\ndino elsa\nelsa fabio\nfabio dino\n';

describe('ties', { timeout: 120_000 }, () => {
  it('says everything of everyone in JSON, in the order of first mention', async () => {
    const { code, out, error } = await passaparola(['ties', fileOf('bridge.txt', bridge), '--json']);
    expect([code, error]).toEqual([0, '']);
    const { summary, nodes, ties } = JSON.parse(out);
    expect(summary).toEqual({
      nodes: 6,
      ties: 7,
      triangles: 2,
      mean_constraint: expect.closeTo((4 * (0.75 ** 2 + (2 / 3) ** 2) + 2 * (11 / 18)) / 6, 12),
      mean_overlap: expect.closeTo((2 * 1 + 4 * 0.5 + 0) / 7, 6),
      modularity: expect.closeTo(5 / 14, 12),
      communities: 2,
      seconds: { load: expect.any(Number), scores: expect.any(Number), communities: expect.any(Number) },
      peak_rss_mb: expect.any(Number),
    });
    expect(nodes.map(({ id }: { id: string }) => id)).toEqual([
      'anna',
      'bruno',
      'carla',
      'dino',
      'elsa',
      'fabio',
    ]);
    expect(nodes[2]).toEqual({
      id: 'carla',
      degree: 3,
      constraint: expect.closeTo(0.611_111_111_111_111_2, 12),
      effective_size: expect.closeTo(3 - 2 / 3, 12),
      clustering: expect.closeTo(1 / 3, 12),
      core: 2,
      community: nodes[0].community,
    });
    expect(nodes[3].community).not.toBe(nodes[2].community);
    expect(ties).toEqual([
      { u: 'anna', v: 'bruno', overlap: 1 },
      { u: 'anna', v: 'carla', overlap: 0.5 },
      { u: 'bruno', v: 'carla', overlap: 0.5 },
      { u: 'carla', v: 'dino', overlap: 0 },
      { u: 'dino', v: 'elsa', overlap: 0.5 },
      { u: 'dino', v: 'fabio', overlap: 0.5 },
      { u: 'elsa', v: 'fabio', overlap: 1 },
    ]);
  });

  it('reads gzip, and says the summary alone', async () => {
    const { code, out } = await passaparola(['ties', food, '--summary']);
    expect(code).toBe(0);
    const { summary, ...rest } = JSON.parse(out);
    expect(rest).toEqual({});
    expect(summary).toMatchObject({ nodes: 620, ties: 2_091, triangles: 2_935 });
    expect(summary.modularity).toBeGreaterThan(0.65);
  });

  it('says the same in words for people', async () => {
    const { code, out } = await passaparola(['ties', food]);
    expect(code).toBe(0);
    expect(out).toMatch(/^persone +620\nlegami +2\.091\ntriangoli +2\.935\n/);
    expect(out).toContain('Chi fa più da ponte');
  });

  it('tells garbage and impossible weights with their lines, and counts the rest', async () => {
    const file = fileOf(
      'garbage.txt',
      '# mine\r\na b 2\r\nwhat\nb c nan\nb c -1\nb c 0\nb c 3\none two three four\na a\n\u0000\u0001 \u0002\nc d 1e400\n',
    );
    const { code, out, error } = await passaparola(['ties', file, '--weighted', '--json']);
    expect(code).toBe(0);
    const lines = error.trim().split('\n');
    expect(lines.map((line) => Number(/riga (\d+)/.exec(line)?.[1]))).toEqual([3, 4, 5, 6, 8, 11]);
    expect(JSON.parse(out).ties).toHaveLength(3);
    expect(JSON.parse(out).nodes[1]).toMatchObject({ id: 'b', constraint: expect.closeTo(0.52, 12) });
  });

  it('says when there are weights that nobody asked to count', async () => {
    const { out, error } = await passaparola(['ties', fileOf('weights.txt', 'a b 2\nb c 3\n'), '--json']);
    expect(error).toContain('--weighted');
    expect(JSON.parse(out).nodes[1].constraint).toBe(0.5);
  });

  it('counts a returned tie twice when ties have a direction, and lists every one', async () => {
    const file = fileOf('directed.txt', 'a b\nb a\nb c\n');
    const { summary, nodes, ties } = JSON.parse(
      (await passaparola(['ties', file, '--directed', '--json'])).out,
    );
    expect(summary.ties).toBe(3);
    expect(nodes[1]).toMatchObject({
      degree: 2,
      constraint: expect.closeTo((2 / 3) ** 2 + (1 / 3) ** 2, 12),
    });
    expect(ties.map(({ u, v }: { u: string; v: string }) => u + v)).toEqual(['ab', 'ba', 'bc']);
  });

  it('withstands 100,000 ties of people with themselves, one tied to all, and dust', async () => {
    const dust = Array.from({ length: 5_000 }, (_, index) => `hub p${index}\nx${index} y${index}\n`).join('');
    const file = fileOf('dust.txt.gz', zlib.gzipSync(`${'p1 p1\n'.repeat(100_000)}lonely lonely\n${dust}`));
    const { code, out } = await passaparola(['ties', file, '--json']);
    expect(code).toBe(0);
    const { summary, nodes } = JSON.parse(out);
    expect(summary).toMatchObject({ nodes: 15_002, ties: 10_000, triangles: 0, mean_overlap: 0 });
    const named = new Map(nodes.map((node: { id: string }) => [node.id, node]));
    expect(named.get('hub')).toMatchObject({ degree: 5_000, effective_size: 5_000, core: 1 });
    expect(named.get('lonely')).toMatchObject({
      degree: 0,
      constraint: null,
      effective_size: null,
      clustering: 0,
    });
  });

  it('an empty file is an empty web; one that is missing or broken is said', async () => {
    const empty = await passaparola(['ties', fileOf('empty.txt', ''), '--json']);
    expect(JSON.parse(empty.out)).toMatchObject({
      summary: { nodes: 0, ties: 0, mean_constraint: null, mean_overlap: null },
      nodes: [],
      ties: [],
    });
    const missing = await passaparola(['ties', path.join(folder, 'nothing.txt')]);
    expect([missing.code, missing.out]).toEqual([1, '']);
    expect(missing.error).toContain('Non trovo');
    const torn = fileOf('torn.txt.gz', zlib.gzipSync(bridge.repeat(1_000)).subarray(0, 60));
    const broken = await passaparola(['ties', torn]);
    expect(broken.code).toBe(1);
    expect(broken.error).toContain('rovinato');
  });
});
