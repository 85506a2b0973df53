import { z } from '@hono/zod-openapi';

const Says = z.object({ it: z.string(), en: z.string() });
const PersonName = z.object({ id: z.uuid(), name: z.string() });

export const OverviewSchema = z
  .object({
    contacts: z.number().int(),
    interactions: z.number().int(),
    ties: z.number().int(),
    circles: z.number().int(),
    ourEffectiveSize: z.number(),
    /** Share of people tied with us or with somebody who is, 0 to 1. */
    withinTwoSteps: z.number(),
    batch: z
      .object({
        /** When the last one ended; null before the first. */
        at: z.iso.datetime().nullable(),
        state: z.enum(['idle', 'running', 'failed']),
        progress: z.number(),
        seconds: z.number().nullable(),
        /** Interactions since the last one. */
        changed: z.number().int(),
        /** Days in which a tie loses half, by channel. */
        halfLives: z.record(z.string(), z.number()),
      })
      .nullable(),
    snapshots: z.array(
      z.object({
        day: z.string(),
        contacts: z.number().int(),
        /** Among others. */
        ties: z.number().int(),
        /** People with a living tie with us. */
        ourTies: z.number().int(),
        ourEffectiveSize: z.number(),
        circlesReached: z.number().int(),
        withinTwoSteps: z.number(),
      }),
    ),
  })
  .openapi('RelationsOverview');

export const RefreshSchema = z.object({ state: z.enum(['running', 'idle']) });

export const MapQuery = z.object({
  circle: z.uuid().optional().openapi({ description: 'Only the people of this circle' }),
  contact: z.uuid().optional().openapi({ description: 'Only this person and those tied with them' }),
  limit: z.coerce.number().int().min(10).max(1_000).default(200),
});

export const MapSchema = z
  .object({
    nodes: z.array(
      PersonName.extend({
        circle: z.uuid().nullable(),
        strength: z.number(),
        /** To draw by: 0 to 1, how much of the web hangs on them. */
        size: z.number(),
        asleep: z.boolean(),
        bridge: z.boolean(),
      }),
    ),
    ties: z.array(
      z.object({
        a: z.uuid(),
        b: z.uuid(),
        strength: z.number(),
        fresh: z.number(),
        reciprocal: z.boolean(),
        asleep: z.boolean(),
        weak: z.boolean(),
      }),
    ),
    circles: z.array(z.object({ id: z.uuid(), name: Says, size: z.number().int(), reached: z.boolean() })),
    answers: z.object({
      bridges: z.array(z.object({ contact: PersonName, between: z.tuple([z.uuid(), z.uuid()]), says: Says })),
      sleeping: z.array(z.object({ contact: PersonName, says: Says })),
      holes: z.array(
        z.object({
          circles: z.tuple([z.uuid(), z.uuid()]),
          size: z.number().int(),
          says: Says,
          nearest: PersonName.nullable(),
        }),
      ),
      shouldMeet: z.array(z.object({ a: PersonName, b: PersonName, says: Says })),
    }),
    truncated: z.boolean(),
  })
  .openapi('RelationsMap');

export const ExportQuery = z.object({ format: z.enum(['graphml', 'gexf', 'csv']).default('graphml') });
