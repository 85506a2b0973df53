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

export const ImportReportSchema = z
  .object({
    read: z.number().int(),
    added: z.number().int(),
    known: z.number().int(),
    problems: z.array(z.object({ line: z.number().int(), says: Says })),
    refused: z.number().int(),
  })
  .openapi('RelationsImportReport');
