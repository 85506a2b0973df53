import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEdgeReader, type EdgeList, MOST_PROBLEMS, parseEdgeList } from './edge-list.ts';

const parse = (text: string): EdgeList => parseEdgeList(new TextEncoder().encode(text));
const named = ({ ids, from, to, weight }: EdgeList) =>
  [...from].map((tail, index) => [ids[tail], ids[to[index] as number], weight ? weight[index] : 1]);

describe('an edge list', () => {
  test('is read with blanks, tabs, CRLF, comments, empty lines and no last line end', () => {
    const list = parse('# people\r\nanna bruno\r\n\n  carla\tdino  # met at the fair\nbruno\t\tcarla');
    expect(named(list)).toEqual([
      ['anna', 'bruno', 1],
      ['carla', 'dino', 1],
      ['bruno', 'carla', 1],
    ]);
    expect([list.lines, list.refused, list.weight]).toEqual([5, 0, null]);
  });

  test('keeps ids of any kind apart, as they are written', () => {
    const ids = [
      '7',
      '07',
      '0',
      '-1',
      '1e3',
      '16777215',
      '16777216',
      '99999999999',
      'Perché',
      '日本',
      '@a@b.it',
      'a#b',
    ];
    const list = parse(ids.map((id) => `${id} hub`).join('\n'));
    expect(list.ids.filter((id) => id !== 'hub')).toEqual(ids);
  });

  test('reads weights, and 1 where a line has none', () => {
    const list = parse('a b\na c 2\na d .5\na e 1.25e-3\na f 100000000000000000000\n');
    expect([...(list.weight ?? [])]).toEqual([1, 2, 0.5, 0.00125, 1e20]);
  });

  test('refuses garbage and weights that are none with their lines, and reads on', () => {
    const list = parse(
      'a b\nalone\na b c d\na b nan\na b -1\na b 0\na b inf\na b 1e999\na b 0x10\n# a\na b 0.0\nb c 3\n',
    );
    expect(list.problems).toEqual([
      { line: 2, why: 'one-word' },
      { line: 3, why: 'too-many-words' },
      { line: 4, why: 'weight-unreadable' },
      { line: 5, why: 'weight-not-positive' },
      { line: 6, why: 'weight-not-positive' },
      { line: 7, why: 'weight-unreadable' },
      { line: 8, why: 'weight-unreadable' },
      { line: 9, why: 'weight-unreadable' },
      { line: 11, why: 'weight-not-positive' },
    ]);
    expect(named(list)).toEqual([
      ['a', 'b', 1],
      ['b', 'c', 3],
    ]);
    expect(list.ids).toEqual(['a', 'b', 'c']);
  });

  test('counts 100,000 ties of people with themselves and keeps none', () => {
    const list = parse(`${'a a\nb b\n'.repeat(50_000)}a b\n`);
    expect([list.selfLoops, list.from.length, list.ids]).toEqual([100_000, 1, ['a', 'b']]);
  });

  test('counts every refused line, and lists so many', () => {
    const list = parse('x\n'.repeat(5_000));
    expect([list.refused, list.problems.length, list.lines]).toEqual([5_000, MOST_PROBLEMS, 5_000]);
  });

  test('refuses a line without end in little memory', () => {
    const reader = createEdgeReader();
    for (let turn = 0; turn < 100; turn++) reader.push(new Uint8Array(100_000).fill(97));
    reader.push(new TextEncoder().encode('\na b\n'));
    const list = reader.end();
    expect(list.problems).toEqual([{ line: 1, why: 'line-too-long' }]);
    expect(named(list)).toEqual([['a', 'b', 1]]);
  });

  test('may be empty or begin with a byte order mark', () => {
    expect(parse('').lines).toBe(0);
    expect(parse('').ids).toEqual([]);
    expect(named(parse('\ufeffa b\n'))).toEqual([['a', 'b', 1]]);
  });

  test('is the same in whatever chunks it comes', () => {
    const text = 'anna bruno 2\r\n# note\nàé 日本 .5\nbad\n007 7\n12 3400 1\n\n';
    const whole = parse(text);
    fc.assert(
      fc.property(fc.array(fc.nat(70)), (cuts) => {
        const bytes = new TextEncoder().encode(text);
        const reader = createEdgeReader();
        const places = [0, ...cuts.sort((one, other) => one - other), bytes.length];
        for (let part = 1; part < places.length; part++)
          reader.push(bytes.slice(places[part - 1], places[part]));
        expect(reader.end()).toEqual(whole);
      }),
    );
  });

  test('reads back what was written', () => {
    const word = fc.stringMatching(/^[^\s#]\S{0,12}$/u);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word)), (pairs) => {
        const list = parse(pairs.map((pair) => pair.join(' ')).join('\n'));
        expect(named(list).map(([from, to]) => [from, to])).toEqual(
          pairs.filter(([one, other]) => one !== other),
        );
      }),
    );
  });
});
