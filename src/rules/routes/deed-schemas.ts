import { z } from '@hono/zod-openapi';

/** One condition that decided; `leaf` as it stands in the rule. */
export const ReasonSchema = z.object({
  leaf: z.record(z.string(), z.unknown()),
  found: z.union([z.array(z.string()), z.number(), z.boolean(), z.null()]),
  not: z.literal(true).optional(),
});

export const EffectSchema = z.discriminatedUnion('did', [
  z.object({ did: z.literal('assigned'), personId: z.uuid().nullable() }),
  z.object({ did: z.literal('entrusted'), teamId: z.uuid().nullable() }),
  z.object({ did: z.literal('labelled'), put: z.array(z.string()), took: z.array(z.string()) }),
  z.object({ did: z.enum(['closed', 'reopened']) }),
  z.object({ did: z.literal('snoozed'), until: z.string() }),
  z.object({ did: z.literal('followed'), personIds: z.array(z.string()) }),
  z.object({ did: z.literal('noted'), noteId: z.string().nullable() }),
  z.object({ did: z.literal('told'), noteId: z.string().nullable(), personIds: z.array(z.string()) }),
  z.object({ did: z.literal('case'), caseId: z.string().nullable() }),
  z.object({ did: z.literal('within'), minutes: z.number().int() }),
  z.object({ did: z.literal('drafted'), personId: z.uuid(), snippetId: z.uuid() }),
]);

export const DeedSchema = z
  .object({
    id: z.uuid(),
    ruleId: z.uuid(),
    ruleName: z.string().nullable(),
    threadId: z.uuid(),
    authorName: z.string().nullable(),
    runId: z.uuid().nullable(),
    at: z.iso.datetime(),
    why: z.array(ReasonSchema),
    did: z.array(EffectSchema),
    undone: z.enum(['undone', 'kept', 'gone']).nullable(),
    undoneAt: z.iso.datetime().nullable(),
  })
  .openapi('RuleDeed');

export const LogSchema = z
  .object({ deeds: z.array(DeedSchema), next: z.uuid().nullable() })
  .openapi('RuleLog');
