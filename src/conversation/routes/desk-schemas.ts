import { z } from '@hono/zod-openapi';
import { intents } from '../../language/index.ts';
import type { DeskHours } from '../../platform/time/desk-hours.ts';
import { labelColours } from '../model/label.ts';
import { storable, WorkspaceParams } from './schemas.ts';

export const LabelParams = WorkspaceParams.extend({ labelId: z.uuid() });
export const TeamParams = WorkspaceParams.extend({ teamId: z.uuid() });

const NameSchema = storable(60).trim().min(1);
export const VersionSchema = z.number().int().min(0).max(2_000_000_000).openapi({
  description: 'The version that you saw: when it is another by now, nothing is changed and you are told',
});

export const NewLabelSchema = z.object({ name: NameSchema, colour: z.enum(labelColours).default('stone') });
export const LabelChangeSchema = NewLabelSchema.extend({ version: VersionSchema });
export const LabelSchema = NewLabelSchema.extend({
  id: z.uuid(),
  colour: z.enum(labelColours),
  version: z.number().int(),
}).openapi('Label');
export const LabelsSchema = z.object({ labels: z.array(LabelSchema) });

const MinuteSchema = z.number().int().min(0).max(1_440);

const DaySchema = z
  .array(z.object({ from: MinuteSchema, to: MinuteSchema }))
  .max(6)
  .refine(
    (spans) =>
      spans.every(({ from, to }, index) => from < to && (index === 0 || (spans[index - 1]?.to ?? 0) <= from)),
    'hours in their order, apart from each other, each beginning before it ends',
  );

const dateLike = (pattern: RegExp, year: (text: string) => string, message: string) =>
  z.string().refine((text) => {
    const day = pattern.test(text) ? new Date(`${year(text)}T00:00:00Z`) : undefined;
    return day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(year(text));
  }, message);

export const HoursSchema = z
  .object({
    week: z.array(DaySchema).length(7).openapi({ description: 'Monday first; minutes since midnight' }),
    holidays: z.boolean().openapi({ description: 'Closed on the national holidays of Italy' }),
    patronDay: dateLike(/^\d\d-\d\d$/, (text) => `2024-${text}`, 'not a day as MM-DD').nullable(),
    closedDays: z.array(dateLike(/^\d{4}-\d\d-\d\d$/, (text) => text, 'not a day as YYYY-MM-DD')).max(200),
  })
  .openapi('DeskHours');

/** As the schema has it: lists that can be written to. */
export const hoursShown = (hours: DeskHours) => ({
  ...hours,
  week: hours.week.map((spans) => spans.map((span) => ({ ...span }))),
  closedDays: [...hours.closedDays],
});

const GravitySchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const PromisedSchema = z.number().int().min(1).max(60_000);

export const TargetSchema = z
  .object({
    channels: z.array(storable(60)).max(50),
    intents: z.array(z.enum(intents)).max(intents.length),
    leastGravity: GravitySchema.nullable().default(null),
    first: PromisedSchema,
    next: PromisedSchema,
  })
  .openapi('AnswerTarget', { description: 'Working minutes; the first that fits counts' });

export const SettingsSchema = z
  .object({
    hours: HoursSchema,
    targets: z.array(TargetSchema).max(50),
    escalateTo: z.uuid().nullable(),
    version: VersionSchema,
  })
  .openapi('DeskSettings');

export const FiguresQuery = z.object({ days: z.coerce.number().int().min(1).max(3_650).default(30) });

const KeptSchema = z.object({
  inTime: z.object({
    count: z.number().int(),
    of: z.number().int(),
    share: z.number().nullable(),
    low: z.number(),
    high: z.number(),
  }),
  times: z.object({
    count: z.number().int(),
    median: z.number().nullable(),
    p90: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
  }),
});

const GroupSchema = z
  .object({
    key: z
      .string()
      .openapi({ description: 'A team’s id, a channel, an intent or a gravity; `none` without' }),
    waits: z.number().int(),
    running: z.number().int(),
    overdue: z.number().int(),
    dropped: z.number().int(),
    first: KeptSchema,
    next: KeptSchema,
  })
  .openapi('DeskGroup');

export const FiguresSchema = z
  .object({
    whole: GroupSchema,
    teams: z.array(GroupSchema),
    channels: z.array(GroupSchema),
    intents: z.array(GroupSchema),
    gravities: z.array(GroupSchema),
  })
  .openapi('DeskFigures', {
    description: 'Never by person: a team of one counts as none. Times in working minutes',
  });

export const NewTeamSchema = z.object({
  name: NameSchema,
  memberIds: z.array(z.uuid()).max(500).default([]),
  hours: HoursSchema.nullable().default(null),
});
export const TeamChangeSchema = NewTeamSchema.extend({ version: VersionSchema });
export const TeamSchema = NewTeamSchema.extend({
  id: z.uuid(),
  memberIds: z.array(z.uuid()),
  hours: HoursSchema.nullable(),
  version: z.number().int(),
}).openapi('Team');
export const TeamsSchema = z.object({ teams: z.array(TeamSchema) });

export const PreferenceSchema = z.object({ mailMentions: z.boolean() }).openapi('DeskPreference', {
  description: 'A mail when a note calls me and I have not looked for some minutes',
});
