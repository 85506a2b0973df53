import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** The house: imports run downwards, and a room is entered by its index.ts. ARCHITECTURE.md draws it. */
const floors: Readonly<Record<string, number>> = {
  platform: 1,
  people: 2,
  language: 2,
  channels: 3,
  listening: 4,
  conversation: 5,
  understanding: 5,
  assistant: 5,
  relations: 5,
  imports: 5,
  previews: 5,
  alerts: 6,
  care: 6,
  afterwards: 7,
  integrations: 7,
  correspondence: 7,
  protection: 7,
  practice: 7,
  crisis: 7,
  rules: 7,
  demo: 8,
  cli: 9,
};
/** The composition root sees everything. */
const ROOF = 9;
/** The ground floor is a toolbox, not a room: its folders are used directly. */
const OPEN_ROOMS = new Set(['platform']);
const LAYERS = ['model', 'store', 'actions'];

const source = path.resolve(import.meta.dirname, '../src');
const files = fs
  .readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));

const roomOf = (file: string): string => (file.includes(path.sep) ? (file.split(path.sep)[0] ?? '') : '');
const floorOf = (room: string): number => (room === '' ? ROOF : (floors[room] ?? Number.NaN));

const importsOf = (file: string): string[] => {
  const text = fs.readFileSync(path.join(source, file), 'utf8');
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => match[1] ?? '');
  const targets = found.map((target) => path.normalize(path.join(path.dirname(file), target)));
  /** What is installed is no room. */
  return targets.filter((target) => !target.startsWith(path.join('..', 'node_modules')));
};

const every = files.flatMap((file) => importsOf(file).map((target) => ({ file, target })));

describe('the floors', () => {
  it('have a place for every room', () => {
    const homeless = [...new Set(files.map(roomOf))].filter((room) => Number.isNaN(floorOf(room)));
    expect(homeless).toEqual([]);
  });

  it('are only crossed downwards', () => {
    const upwards = every.filter(({ file, target }) => {
      const [from, to] = [roomOf(file), roomOf(target)];
      return from !== to && floorOf(from) <= floorOf(to) && !(from === '' || (to === '' && from === 'cli'));
    });
    expect(upwards).toEqual([]);
  });

  it('lead into a room by its door alone', () => {
    const windows = every.filter(({ file, target }) => {
      const [from, to] = [roomOf(file), roomOf(target)];
      if (from === to || to === '' || OPEN_ROOMS.has(to)) return false;
      return ![`${to}/index.ts`, `${to}/contract.ts`, `${to}/events.ts`, `${to}/engine.ts`].includes(
        target.split(path.sep).join('/'),
      );
    });
    expect(windows).toEqual([]);
  });

  it('keep the layers of a room in order: model, store, actions', () => {
    const layerOf = (file: string) => LAYERS.indexOf(file.split(path.sep)[1] ?? '');
    const upside = every.filter(
      ({ file, target }) =>
        roomOf(file) === roomOf(target) && layerOf(file) !== -1 && layerOf(target) > layerOf(file),
    );
    expect(upside).toEqual([]);
  });

  it('let no module of ours import itself by a long way round', () => {
    expect(findCycle(Map.groupBy(every, ({ file }) => file))).toEqual([]);
  });
});

const findCycle = (imports: ReadonlyMap<string, readonly { target: string }[]>): string[] => {
  const done = new Set<string>();
  const walk = (file: string, trail: readonly string[]): string[] => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const { target } of imports.get(file) ?? []) {
      const cycle = walk(target, [...trail, file]);
      if (cycle.length > 0) return cycle;
    }
    done.add(file);
    return [];
  };
  for (const file of imports.keys()) {
    const cycle = walk(file, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
};
