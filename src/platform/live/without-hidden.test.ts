import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NumberedChange } from './live-hub.ts';
import { withoutHidden } from './without-hidden.ts';

const change = (kind: string, payload: NumberedChange['payload']): NumberedChange => ({
  sequence: 1,
  kind,
  payload,
});
const none = async () => new Set<string>();

describe('what an open screen is told of what is hidden from its reader', () => {
  it('never holds a hidden id, and everything else stays in its order', async () => {
    const ids = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(ids, fc.array(fc.nat()), fc.array(fc.boolean()), async (all, picks, hides) => {
        const hidden = new Set(all.filter((_, index) => hides[index]));
        const changes = picks.map((pick) => {
          const id = all[pick % all.length] ?? '';
          return pick % 2
            ? change('thread.changed', { threadId: id, reason: 'note' })
            : change('mention.received', { mentionIds: [id, all[0]], watchIds: [] });
        });
        const told = await withoutHidden(changes, async () => hidden);
        for (const id of hidden) expect(JSON.stringify(told)).not.toContain(id);
        const open = changes.filter(
          ({ payload }) => ![...hidden].some((id) => JSON.stringify(payload).includes(id)),
        );
        expect(told.filter((one) => open.includes(one))).toEqual(open);
      }),
    );
  });

  it('asks nothing for changes that name nothing, and hides nothing where nothing is hidden', async () => {
    const desk = [change('desk.changed', { what: 'labels' })];
    const asked = () => Promise.reject(new Error('it was asked'));
    expect(await withoutHidden(desk, asked)).toEqual(desk);
    const some = [change('thread.changed', { threadId: crypto.randomUUID() })];
    expect(await withoutHidden(some, none)).toBe(some);
  });

  it('learns of a shield over it as a wish to load afresh', async () => {
    const threadId = crypto.randomUUID();
    const told = await withoutHidden(
      [change('shield.changed', { threadId })],
      async () => new Set([threadId]),
    );
    expect(told).toEqual([change('reset', {})]);
  });
});
