import {
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { idColumn, instant, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';
import type { EvidenceRecord } from '../model/evidence-record.ts';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/**
 * What was written, as we kept it when it was collected. It outlives the mention, and the erasure of its author, for the defence
 * of a right (GDPR art. 17(3)(e)): with a time limit of its own, and every look at it written down.
 */
export const evidence = pgTable(
  'evidence',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    reportId: uuid('report_id').notNull(),
    mentionId: uuid('mention_id').notNull(),
    /** As they were called then; the author may be gone. */
    authorId: uuid('author_id').notNull(),
    collectedAt: instant('collected_at').notNull(),
    /** Null when the product collected it by itself. */
    collectedBy: uuid('collected_by'),
    /** False when the words were not there any more: that is a finding too. */
    isThere: boolean('is_there').notNull(),
    record: jsonb('record').$type<EvidenceRecord>().notNull(),
    /** SHA-256 of the record as canonical JSON, hex. */
    digest: text('digest').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('evidence_report').on(table.workspaceId, table.reportId, table.collectedAt),
    index('evidence_mention').on(table.workspaceId, table.mentionId),
    index('evidence_author').on(table.workspaceId, table.authorId),
    workspaceWall(),
  ],
);

/** Pictures of the screen and papers that people added. */
export const evidenceFiles = pgTable(
  'evidence_files',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    reportId: uuid('report_id').notNull(),
    name: text('name').notNull(),
    mediaType: text('media_type').notNull(),
    byteLength: integer('byte_length').notNull(),
    /** Of the bytes, hex. */
    sha256: text('sha256').notNull(),
    content: bytes('content').notNull(),
    addedAt: instant('added_at').notNull(),
    addedBy: uuid('added_by').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index('evidence_files_report').on(table.workspaceId, table.reportId, table.addedAt),
    workspaceWall(),
  ],
);
