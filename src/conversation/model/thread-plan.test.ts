import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOrphanReply, subjectKey } from './subject-key.ts';
import { linkKeys } from './thread-key.ts';
import { type MentionFacts, planThreads, type SubjectNeighbour, type ThreadKey } from './thread-plan.ts';

const mention = (change: Partial<MentionFacts> & { nativeId: string }): MentionFacts => ({
  id: `mention-${change.nativeId}`,
  connectionId: 'here',
  channel: 'email',
  rootNativeId: null,
  parentNativeId: null,
  references: [],
  authorId: 'anna',
  form: 'message',
  title: null,
  ours: false,
  addressed: true,
  matched: false,
  automatic: false,
  removed: false,
  saidAt: new Date('2026-03-02T09:00:00Z'),
  ...change,
});

/** What the tables do, in memory. */
const thread = (batches: readonly (readonly MentionFacts[])[]) => {
  let keys: ThreadKey[] = [];
  let placed = new Map<string, string>();
  let neighbours: SubjectNeighbour[] = [];
  let made = 0;
  const created: string[] = [];
  for (const batch of batches) {
    const plan = planThreads(batch, { keys, threadOfMention: placed, neighbours }, () => {
      made += 1;
      return `thread-${String(made).padStart(5, '0')}`;
    });
    created.push(...plan.newThreads.map((one) => one.id));
    const into = new Map(plan.merges.map((merge) => [merge.from, merge.into]));
    const move = (id: string) => into.get(id) ?? id;
    keys = [...keys, ...plan.newKeys].map((key) => ({ ...key, threadId: move(key.threadId) }));
    neighbours = neighbours.map((one) => ({ ...one, threadId: move(one.threadId) }));
    placed = new Map([...placed, ...plan.threadOfMention].map(([id, threadId]) => [id, move(threadId)]));
    for (const one of batch) {
      const subject = subjectKey(one);
      if (subject === null) continue;
      neighbours.push({
        subjectKey: subject,
        orphan: isOrphanReply(one),
        saidAt: one.saidAt,
        threadId: placed.get(one.id) as string,
      });
    }
  }
  return { placed, created };
};

const partition = (placed: ReadonlyMap<string, string>): string[] =>
  [...Map.groupBy(placed.keys(), (id) => placed.get(id)).values()].map((ids) => ids.sort().join(' ')).sort();

const nativeId = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
const conversation = fc
  .uniqueArray(
    fc.record({
      nativeId,
      rootNativeId: fc.option(nativeId, { freq: 4 }),
      parentNativeId: fc.option(nativeId),
      references: fc.array(nativeId, { maxLength: 2 }),
      connectionId: fc.constantFrom('here', 'there'),
      title: fc.constantFrom(null, 'Ordine', 'Re: Ordine', 'Re: Visita'),
      saidAt: fc.date({ min: new Date('2026-01-01'), max: new Date('2026-06-01'), noInvalidDate: true }),
    }),
    { selector: (one) => `${one.connectionId} ${one.nativeId}`, minLength: 2 },
  )
  .map((all) => all.map((one) => mention({ ...one, id: `${one.connectionId}/${one.nativeId}` })));

const shuffledCut = conversation.chain((all) =>
  fc
    .tuple(fc.shuffledSubarray(all, { minLength: all.length }), fc.integer({ min: 1, max: 4 }))
    .map(([shuffled, size]) => ({
      all,
      batches: Array.from({ length: Math.ceil(shuffled.length / size) }, (_, index) =>
        shuffled.slice(index * size, (index + 1) * size),
      ),
    })),
);

describe('threading', () => {
  it('ends in the same threads whatever the order of arrival and the cut into batches', () => {
    fc.assert(
      fc.property(shuffledCut, ({ all, batches }) => {
        expect(partition(thread(batches).placed)).toEqual(partition(thread([all]).placed));
      }),
      { numRuns: 1_000 },
    );
  });

  it('puts every mention into a thread that exists, and says again what it said before', () => {
    fc.assert(
      fc.property(shuffledCut, ({ all, batches }) => {
        const once = thread(batches);
        expect([...once.placed.keys()]).toHaveLength(all.length);
        for (const id of once.placed.values()) expect(once.created).toContain(id);
        expect(thread([...batches, ...batches]).placed).toEqual(once.placed);
      }),
    );
  });

  it('joins a child that came before its parent', () => {
    const parent = mention({ nativeId: 'p' });
    const child = mention({ nativeId: 'c', parentNativeId: 'p' });
    expect(partition(thread([[child], [parent]]).placed)).toEqual(['mention-c mention-p']);
  });

  it('keeps the older of two threads when a link between them appears', () => {
    const one = mention({ nativeId: 'one' });
    const other = mention({ nativeId: 'other' });
    const link = mention({ nativeId: 'link', references: ['other', 'one'] });
    const { placed } = thread([[one], [other], [link]]);
    expect([...new Set(placed.values())]).toEqual(['thread-00001']);
  });

  it('never joins what two accounts of ours received', () => {
    const here = mention({ nativeId: 'same' });
    const there = mention({ nativeId: 'same', id: 'second', connectionId: 'there' });
    expect(partition(thread([[here, there]]).placed)).toHaveLength(2);
  });

  it('finds the mail that a reply without headers answers, by subject and person, within thirty days', () => {
    const asked = mention({
      nativeId: '1',
      title: 'Visita in cantina',
      saidAt: new Date('2026-03-01T09:00:00Z'),
    });
    const again = { title: 'R: RE: visita  in cantina', saidAt: new Date('2026-03-20T09:00:00Z') };
    const reply = mention({ nativeId: '2', ...again });
    const stranger = mention({ nativeId: '3', ...again, authorId: 'bruno' });
    const late = mention({ nativeId: '4', ...again, saidAt: new Date('2026-06-20T09:00:00Z') });
    const anew = mention({
      nativeId: '5',
      title: 'Visita in cantina',
      saidAt: new Date('2026-03-02T09:00:00Z'),
    });
    expect(partition(thread([[reply], [asked], [stranger], [late]]).placed)).toEqual([
      'mention-1 mention-2',
      'mention-3',
      'mention-4',
    ]);
    expect(partition(thread([[asked], [anew]]).placed)).toHaveLength(2);
  });

  it('keeps keys short, whatever a hostile header carries', () => {
    const long = linkKeys(mention({ nativeId: 'x'.repeat(100_000), references: Array(5_000).fill('y') }));
    expect(long.every((key) => key.length <= 200)).toBe(true);
    const many = Array.from({ length: 5_000 }, (_, index) => `id-${index}`);
    expect(linkKeys(mention({ nativeId: 'x', references: many })).length).toBeLessThan(50);
  });
});
