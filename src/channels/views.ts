import { z } from '@hono/zod-openapi';
import { warningOf } from '../platform/time/expiry-warning.ts';
import type { Json, Manifest, Words } from './contract.ts';
import { readAccount } from './model/account.ts';
import { readProblem } from './model/connection-problem.ts';
import type { FormValues } from './model/read-values.ts';
import { readGap } from './model/stream-gap.ts';
import { proofLevels, proofOf } from './proof.ts';
import { findChannel } from './registry.ts';
import type { ConnectionRow } from './store/connections.ts';
import { problemWords } from './words.ts';

const WordsSchema = z.object({ it: z.string(), en: z.string() });
const Instant = z.iso.datetime();
const ValueSchema = z.union([z.string(), z.number(), z.boolean()]);

export const ConnectionSchema = z
  .object({
    id: z.uuid(),
    channel: z.string(),
    name: z.string(),
    /** Without the secret ones. */
    settings: z.record(z.string(), ValueSchema),
    account: z
      .object({
        nativeId: z.string(),
        name: z.string().optional(),
        handle: z.string().optional(),
        url: z.string().optional(),
      })
      .nullable(),
    state: z.enum(['active', 'paused', 'needs-attention']),
    problem: z
      .object({
        kind: z.string(),
        detail: z.string(),
        field: z.string().optional(),
        title: WordsSchema,
        advice: WordsSchema,
        at: Instant,
      })
      .nullable(),
    notices: z.array(WordsSchema),
    /** The last stretch of its stream that was not heard, and when a search had gone over it. */
    missed: z.object({ since: Instant, until: Instant, filledAt: Instant.nullable() }).nullable(),
    lastEventAt: Instant.nullable(),
    lastPolledAt: Instant.nullable(),
    lastCheckedAt: Instant.nullable(),
    nextPollAt: Instant.nullable(),
    expiresAt: Instant.nullable(),
    /** It ends soon and does not renew by itself: people have been told. */
    endsSoon: z.boolean(),
    /** For channels that take money; amounts in millionths. */
    spending: z
      .object({
        currency: z.enum(['USD', 'EUR']),
        month: z.string(),
        spent: z.number(),
        budget: z.number(),
        estimate: z.number().optional(),
        needed: z.number().optional(),
        source: z.string(),
        checkedOn: z.string(),
      })
      .nullable(),
    createdAt: Instant,
  })
  .openapi('Connection');
export type ConnectionView = z.infer<typeof ConnectionSchema>;

/** What people see of a connection: no secret, no cursor, no lease. */
export const presentConnection = (row: ConnectionRow): ConnectionView => {
  const problem = readProblem(row.problem);
  const secretFields = new Set(
    findChannel(row.channel)?.manifest.fields.flatMap((field) => (field.secret ? [field.name] : [])),
  );
  const settings = Object.entries(row.settings as FormValues).filter(([name]) => !secretFields.has(name));
  return {
    id: row.id,
    channel: row.channel,
    name: row.name,
    settings: Object.fromEntries(settings),
    account: readAccount(row.account) as ConnectionView['account'],
    state: row.state,
    problem: problem && {
      kind: problem.kind,
      detail: problem.detail,
      ...(problem.field ? { field: problem.field } : {}),
      ...(problemWords[problem.kind] ?? problemWords['bad-response']),
      at: problem.at,
    },
    notices: row.notices as Words[],
    missed: missedOf(row),
    lastEventAt: iso(row.lastEventAt),
    lastPolledAt: iso(row.lastPolledAt),
    lastCheckedAt: iso(row.lastCheckedAt),
    nextPollAt: row.state === 'active' ? iso(row.nextPollAt) : null,
    expiresAt: iso(row.expiresAt),
    endsSoon: warningOf(row.expiresAt, row.expiryWarned) !== undefined,
    spending: spendingOf(row),
    createdAt: row.createdAt.toISOString(),
  };
};

const spendingOf = ({ channel, settings, pushState }: ConnectionRow): ConnectionView['spending'] =>
  findChannel(channel)?.spending?.(settings, pushState as Readonly<Record<string, Json>>, new Date()) ?? null;

const missedOf = ({ pushState }: ConnectionRow): ConnectionView['missed'] => {
  const gap = readGap(pushState);
  return gap ? { since: gap.since, until: gap.until, filledAt: gap.filledAt ?? null } : null;
};

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

const SupportSchema = z.object({
  how: z.enum(['push', 'poll', 'bridge', 'import', 'manual', 'absent']),
  why: WordsSchema.optional(),
});

export const ChannelSchema = z
  .object({
    id: z.string(),
    name: WordsSchema,
    summary: WordsSchema,
    icon: z.string(),
    auth: z.enum(['none', 'password', 'oauth2', 'manual']),
    steps: z.array(WordsSchema).optional(),
    fields: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(['text', 'password', 'url', 'email', 'number', 'toggle', 'choice']),
        label: WordsSchema,
        help: WordsSchema.optional(),
        placeholder: z.string().optional(),
        required: z.boolean(),
        secret: z.boolean().optional(),
        advanced: z.boolean().optional(),
        defaultValue: ValueSchema.optional(),
        choices: z.array(z.object({ value: z.string(), label: WordsSchema })).optional(),
      }),
    ),
    capabilities: z.record(z.string(), SupportSchema),
    dataTerms: z.object({
      keepContent: z.union([z.enum(['yes', 'no']), z.object({ maxHours: z.number() })]),
      profileAuthors: z.boolean(),
      exportable: z.boolean(),
      source: z.string(),
      checkedOn: z.string(),
    }),
    /** For channels that take money. */
    prices: z
      .object({
        currency: z.enum(['USD', 'EUR']),
        lines: z.array(z.object({ what: WordsSchema, micro: z.number() })),
        example: WordsSchema,
        source: z.string(),
        checkedOn: z.string(),
      })
      .optional(),
    pollEveryMs: z.number(),
    /** There for channels to which others bring things: see the connection's door. */
    door: z.object({ help: WordsSchema, token: WordsSchema.optional() }).optional(),
    /** How well it is proven, by the tests that passed; null when by none. */
    proof: z.object({ level: z.enum(proofLevels), capabilities: z.array(z.string()) }).nullable(),
  })
  .openapi('Channel');
export type ChannelView = z.infer<typeof ChannelSchema>;

export const presentChannel = (manifest: Manifest): ChannelView =>
  ({ ...structuredClone(manifest), proof: proofOf(manifest.id) }) as unknown as ChannelView;
