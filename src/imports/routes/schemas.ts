import { z } from '@hono/zod-openapi';
import { formatIds, forms, troubles, visibilities } from '../../channels/index.ts';
import type { ImportDetail, ImportPreview } from '../actions/view-imports.ts';
import { importStates, steps, stepsFrom } from '../model/import-state.ts';
import type { ImportRecord } from '../store/import-rows.ts';

export const WorkspaceParams = z.object({ workspaceId: z.uuid() });
export const OneParams = WorkspaceParams.extend({ id: z.uuid() });

const typed = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => !text.includes('\0') && text.isWellFormed(), 'not readable');

/** Bytes: 4 GB. */
const LARGEST_FILE = 4_000_000_000;
export const LARGEST_PART = 900_000;

export const NewImportSchema = z
  .object({
    name: typed(300).pipe(z.string().trim().min(1)),
    byteLength: z.number().int().min(1).max(LARGEST_FILE),
  })
  .openapi('NewImport');

export const PartQuery = z.object({ offset: z.coerce.number().int().min(0).max(LARGEST_FILE) });

const zone = typed(60).refine(
  (name) => name === '' || Intl.supportedValuesOf('timeZone').includes(name) || name === 'UTC',
  'no time zone',
);

export const SettingsSchema = z
  .object({
    format: z.enum(formatIds),
    us: z.array(typed(200)).max(50),
    zone,
    source: typed(100),
    mapping: typed(20_000),
    separator: z.enum(['', ',', ';', '\t', '|']),
    encoding: z.enum(['', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
    header: z.enum(['', 'yes', 'no']),
    mailboxId: z.uuid().nullable(),
  })
  .openapi('ImportSettings');

export const StepSchema = z.object({ step: z.enum(steps) });

const Trouble = z.object({ file: z.string(), line: z.number().int(), trouble: z.enum(troubles) });
const Rating = z.object({ value: z.number(), best: z.number() });

const LookSchema = z
  .object({
    rows: z.number().int(),
    items: z.number().int(),
    known: z.number().int(),
    ours: z.number().int(),
    refused: z.number().int(),
    byTrouble: z.partialRecord(z.enum(troubles), z.number().int()),
    troubles: z.array(Trouble),
    examples: z.array(
      z.object({
        file: z.string(),
        line: z.number().int(),
        author: z.string(),
        title: z.string(),
        text: z.string(),
        saidAt: z.string().nullable(),
        form: z.string(),
        ours: z.boolean(),
        rating: Rating.nullable(),
      }),
    ),
    earliest: z.string().nullable(),
    latest: z.string().nullable(),
    voices: z.array(z.object({ name: z.string(), count: z.number().int() })),
    isWhole: z.boolean(),
  })
  .openapi('ImportLook');

export const ImportSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    byteLength: z.number(),
    received: z.number(),
    state: z.enum(importStates),
    steps: z.array(z.enum(steps)),
    settings: SettingsSchema.nullable(),
    look: LookSchema.nullable(),
    rowsDone: z.number().int(),
    brought: z.number().int(),
    known: z.number().int(),
    refused: z.number().int(),
    problem: z.string().nullable(),
    createdAt: z.iso.datetime(),
    startedAt: z.iso.datetime().nullable(),
    endedAt: z.iso.datetime().nullable(),
  })
  .openapi('Import');
export type ImportView = z.infer<typeof ImportSchema>;

export const ImportDetailSchema = ImportSchema.extend({ troubles: z.array(Trouble) }).openapi('ImportDetail');

export const ImportPreviewSchema = z
  .object({
    look: LookSchema,
    mapping: z.object({
      places: z.record(z.string(), z.string()),
      form: z.enum(forms),
      visibility: z.enum(visibilities),
      order: z.enum(['dmy', 'mdy', 'ymd']),
    }),
    places: z.array(z.object({ pointer: z.string(), example: z.string() })),
  })
  .openapi('ImportPreview');

export const present = (row: ImportRecord): ImportView => {
  const { id, name, byteLength, received, state, brought, known, refused, problem } = row;
  return {
    ...{ id, name, byteLength, received, state, brought, known, refused, problem },
    steps: [...stepsFrom(state)],
    settings: row.settings as ImportView['settings'],
    look: row.look as ImportView['look'],
    rowsDone: row.cursor,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
  };
};

export const presentDetail = ({ row, troubles: left }: ImportDetail) => ({
  ...present(row),
  troubles: [...left],
});

export const presentPreview = (preview: ImportPreview) => preview as z.infer<typeof ImportPreviewSchema>;
