import { z } from 'zod';
import type { DomainEvent } from '../../platform/events/events.ts';
import type { Sign } from '../model/sign.ts';

const Received = z.object({
  past: z.literal(true).optional(),
  mentions: z.array(
    z.object({
      id: z.string(),
      isNew: z.boolean(),
      ours: z.boolean(),
      automatic: z.string().nullable(),
      removed: z.boolean(),
    }),
  ),
});
const Reread = z.object({ mentionIds: z.array(z.string()) });
const OfThread = z.object({ threadId: z.string(), put: z.array(z.string()).optional() });
const Changed = z.object({ past: z.literal(true).optional(), reopened: z.array(z.string()).default([]) });
const Organised = z.object({
  threadIds: z.array(z.string()),
  byRule: z.boolean().optional(),
  put: z.array(z.string()).default([]),
  reopened: z.array(z.string()).default([]),
});
const Cases = z.object({ cases: z.array(z.object({ caseId: z.string(), state: z.string() })) });
const Acted = z.object({
  acts: z.array(
    z.object({
      threadId: z.string(),
      put: z.array(z.string()),
      reopened: z.boolean(),
      chain: z.array(z.string()),
    }),
  ),
});

/** What an event says that rules may answer to. What was brought in from long ago is nobody's news. */
export const signsOf = ({ id, kind, payload, createdAt }: DomainEvent): readonly Sign[] => {
  const by = { by: id, at: createdAt.toISOString(), labelIds: [], chain: [] };
  switch (kind) {
    case 'mentions.received': {
      const { past, mentions } = Received.parse(payload);
      const ids = mentions
        .filter(({ isNew, ours, automatic, removed }) => isNew && !ours && automatic === null && !removed)
        .map((one) => one.id);
      return past ? [] : [{ ...by, when: 'mention-new', of: 'mentions', ids }];
    }
    case 'mentions.reread':
      return [{ ...by, when: 'reading-changed', of: 'mentions', ids: Reread.parse(payload).mentionIds }];
    case 'threads.changed': {
      const { past, reopened } = Changed.parse(payload);
      return past ? [] : [{ ...by, when: 'reopened', of: 'threads', ids: reopened }];
    }
    case 'thread.overdue':
      return [{ ...by, when: 'overdue', of: 'threads', ids: [OfThread.parse(payload).threadId] }];
    case 'thread.reopened':
      return [{ ...by, when: 'reopened', of: 'threads', ids: [OfThread.parse(payload).threadId] }];
    case 'thread.labelled': {
      const { threadId, put = [] } = OfThread.parse(payload);
      return put.length > 0 ? [labelled(by, [threadId], put)] : [];
    }
    case 'threads.organised': {
      const { threadIds, byRule, put, reopened } = Organised.parse(payload);
      if (byRule) return [];
      return [
        ...(put.length > 0 ? [labelled(by, threadIds, put)] : []),
        { ...by, when: 'reopened', of: 'threads', ids: reopened },
      ];
    }
    case 'cases.changed': {
      const ids = Cases.parse(payload)
        .cases.filter(({ state }) => state === 'reported')
        .map((one) => one.caseId);
      return [{ ...by, when: 'case-opened', of: 'cases', ids }];
    }
    case 'rules.acted':
      return Acted.parse(payload).acts.flatMap(({ threadId, put, reopened, chain }): Sign[] => [
        ...(put.length > 0 ? [{ ...labelled(by, [threadId], put), chain }] : []),
        ...(reopened
          ? [{ ...by, when: 'reopened' as const, of: 'threads' as const, ids: [threadId], chain }]
          : []),
      ]);
    default:
      return [];
  }
};

const labelled = (
  by: Pick<Sign, 'by' | 'at' | 'chain'>,
  ids: readonly string[],
  labelIds: readonly string[],
): Sign => ({ ...by, when: 'label-put', of: 'threads', ids: [...ids], labelIds: [...labelIds] });
