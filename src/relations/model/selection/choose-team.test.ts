import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectOk } from '../../../platform/result.ts';
import { buildGraph } from '../graph/build-graph.ts';
import { createRandom } from '../graph/random.ts';
import { chooseTeam } from './choose-team.ts';
import { type EventColumns, methods, type TeamInput, usualChoices } from './team-input.ts';

const people = 60;
const random = createRandom(5);
const any = (length: number): Uint32Array =>
  Uint32Array.from({ length }, () => Math.floor(people * random.next() ** 2));
const graph = buildGraph({ nodes: people, from: any(300), to: any(300), directed: false });
const joined = 3_000;
const events: EventColumns = {
  cascade: Uint32Array.from({ length: joined }, (_, at) => Math.floor(at / 12)),
  node: any(joined),
  time: Float64Array.from({ length: joined }, (_, at) => at),
};
const input: TeamInput = { ...usualChoices, graph, events, limit: { kind: 'size', size: 8 } };
const teamOf = (changed: Partial<TeamInput>, depth: 'team' | 'reasons' | 'all' = 'team') =>
  expectOk(chooseTeam({ ...input, ...changed }, {}, { depth }));
const nodesOf = (changed: Partial<TeamInput>): number[] => teamOf(changed).members.map(({ node }) => node);
const ring = (nodes: number) =>
  buildGraph({
    nodes,
    from: Uint32Array.from({ length: nodes }, (_, at) => at),
    to: Uint32Array.from({ length: nodes }, (_, at) => (at + 1) % nodes),
    directed: false,
  });

describe('choosing a team', () => {
  test('says by itself which way it went, by how much was seen', () => {
    const some = (count: number): EventColumns => ({
      cascade: events.cascade.slice(0, count),
      node: events.node.slice(0, count),
      time: events.time.slice(0, count),
    });
    expect(teamOf({}).method).toBe(teamOf({}).evidence.reactions >= 2_000 ? 'observed' : 'learned');
    expect(teamOf({ events: some(900) }).method).toBe('learned');
    expect(teamOf({ events: some(30) }).method).toBe('cascade');
    expect(teamOf({ events: null }).methodSays.it).toContain('ipotesi');
  });

  test('gives the same team for the same input, however often, whichever way', () => {
    for (const method of methods)
      expect(teamOf({ method }, 'reasons')).toEqual(teamOf({ method }, 'reasons'));
  });

  test('never passes the hours, always holds the pins, never the excluded, and stays in the band', () => {
    const some = fc.uniqueArray(fc.nat(people - 1), { maxLength: 6 });
    fc.assert(
      fc.property(
        fc.constantFrom(...methods),
        some,
        some,
        fc.double({ min: 0, max: 15, noNaN: true }),
        (method, pins, exclusions, hours) => {
          const outcome = teamOf({
            method,
            pins: Uint32Array.from(pins),
            exclusions: Uint32Array.from(exclusions),
            limit: { kind: 'hours', hours },
          });
          const team = outcome.members.map(({ node }) => node);
          const allowed = pins.filter((pin) => !exclusions.includes(pin));
          expect(team.slice(0, allowed.length)).toEqual(allowed);
          expect(team.filter((node) => exclusions.includes(node))).toEqual([]);
          expect(new Set(team).size).toBe(team.length);
          const pinned = outcome.members
            .filter(({ isPinned }) => isPinned)
            .reduce((sum, member) => sum + member.hours, 0);
          expect(outcome.hours).toBeLessThanOrEqual(Math.max(hours, pinned) + 1e-9);
          const { band } = outcome.evidence;
          for (const node of team.slice(allowed.length)) {
            const heard = (graph.offsets[node + 1] as number) - (graph.offsets[node] as number);
            expect(heard).toBeGreaterThanOrEqual(band?.from ?? 0);
            expect(heard).toBeLessThanOrEqual(band?.to ?? Infinity);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  test('gives the number asked for when there are so many, and a certificate between nothing and all', () => {
    for (const method of methods) {
      const outcome = teamOf({ method, limit: { kind: 'size', size: 12 } });
      expect(outcome.members).toHaveLength(12);
      if (outcome.certificate !== null) {
        expect(outcome.certificate).toBeGreaterThan(0);
        expect(outcome.certificate).toBeLessThanOrEqual(1);
      }
    }
    expect(nodesOf({ limit: { kind: 'size', size: 1_000 } }).length).toBe(teamOf({}).evidence.candidates);
  });

  test('gives reasons in both languages, somebody instead, a comparison and how steady it is', () => {
    const outcome = teamOf(
      { communities: graph.targets.slice(0, people).map((one) => one % 4), spread: 0.3 },
      'all',
    );
    expect(outcome.members.every(({ reasons }) => reasons.length > 0)).toBe(true);
    for (const { it: italian, en } of outcome.members.flatMap(({ reasons }) => reasons))
      expect([italian.endsWith('.'), en.endsWith('.'), italian.includes('NaN')]).toEqual([true, true, false]);
    for (const { substitute } of outcome.members) {
      expect(outcome.members.map(({ node }) => node)).not.toContain(substitute?.node);
      expect(substitute?.loss).toBeLessThan(1);
    }
    expect(outcome.comparison?.basis).toBe('later');
    expect(outcome.comparison?.chosen.people).toBeGreaterThan(0);
    expect(outcome.stability?.kept).toBeGreaterThan(0);
    expect(structuredClone(outcome)).toEqual(outcome);
  });

  test('has nobody to choose where there is nobody', () => {
    const empty = buildGraph({ nodes: 0, from: new Uint32Array(), to: new Uint32Array(), directed: false });
    for (const method of ['auto', ...methods] as const) {
      const outcome = expectOk(chooseTeam({ ...usualChoices, graph: empty, method }));
      expect(outcome.members).toEqual([]);
      expect(outcome.hours).toBe(0);
    }
    for (const method of methods) expect(nodesOf({ method, limit: { kind: 'size', size: 0 } })).toEqual([]);
    for (const method of methods) expect(nodesOf({ method, limit: { kind: 'hours', hours: 0 } })).toEqual([]);
  });

  test('works where all are alike, where nobody is tied, and where one is tied to everyone', () => {
    const dust = buildGraph({ nodes: 40, from: new Uint32Array(), to: new Uint32Array(), directed: false });
    const star = buildGraph({
      nodes: 40,
      from: new Uint32Array(39),
      to: Uint32Array.from({ length: 39 }, (_, at) => at + 1),
      directed: false,
    });
    for (const method of methods)
      for (const odd of [dust, star, ring(40)])
        expect(
          nodesOf({ graph: odd, events: null, method, limit: { kind: 'size', size: 3 }, band: null }),
        ).toHaveLength(3);
    expect(nodesOf({ graph: star, events: null, band: null, limit: { kind: 'size', size: 1 } })).toEqual([0]);
  });

  test('can be called off, and tells how far it is', () => {
    let asked = 0;
    const outcome = chooseTeam(input, { shouldStop: () => ++asked > 3 });
    expect(outcome).toEqual({ ok: false, error: { kind: 'called-off' } });
    const shares: number[] = [];
    expectOk(chooseTeam({ ...input, method: 'cascade' }, { onProgress: (share) => shares.push(share) }));
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  test('learns nothing from after the moment asked', () => {
    const until = 1_500;
    const early = {
      cascade: events.cascade.slice(0, until + 1),
      node: events.node.slice(0, until + 1),
      time: events.time.slice(0, until + 1),
    };
    expect(nodesOf({ trainUntil: until })).toEqual(nodesOf({ events: early }));
  });
});
