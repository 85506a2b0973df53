import { z } from '@hono/zod-openapi';
import { Says, storable } from './schemas.ts';

export const ImportBodySchema = z
  .object({
    format: z.enum(['csv', 'graphml', 'archive']),
    kind: z.enum(['followers', 'contacts', 'interactions']),
    text: storable(900_000),
    dryRun: z.boolean(),
  })
  .openapi('RelationsImport');

export const ImportFileQuery = z.object({
  kind: z.enum(['followers', 'contacts', 'interactions']),
  dryRun: z.enum(['true', 'false']),
  name: storable(300).default(''),
});

export const ImportsSchema = z
  .object({
    imports: z.array(
      z.object({
        id: z.uuid(),
        at: z.iso.datetime(),
        name: z.string().nullable(),
        format: z.string(),
        kind: z.string(),
        added: z.number().int(),
        undoneAt: z.iso.datetime().nullable(),
      }),
    ),
  })
  .openapi('RelationsImports');

export const UndoneSchema = z.object({ removed: z.number().int(), kept: z.number().int() });

export const ImportReportSchema = z
  .object({
    read: z.number().int(),
    added: z.number().int(),
    known: z.number().int(),
    problems: z.array(z.object({ line: z.number().int(), says: Says })),
    refused: z.number().int(),
  })
  .openapi('RelationsImportReport');
