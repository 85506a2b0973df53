import { integer, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { createdAtColumn, idColumn, workspaceIdColumn, workspaceWall } from '../../platform/db/columns.ts';
import { moments } from '../model/preferences.ts';

/** How a person of a company is told. No row: by mail, once a day. */
export const alertPreferences = pgTable(
  'alert_preferences',
  {
    workspaceId: workspaceIdColumn(),
    personId: uuid('person_id').notNull(),
    mail: text('mail', { enum: moments }).notNull(),
    telegram: text('telegram', { enum: moments }).notNull(),
    push: text('push', { enum: moments }).notNull(),
    /** Telegram's id of the conversation between the company's bot and the person. */
    telegramChat: text('telegram_chat'),
    /** Minutes of the person's day, 0 to 1439; null: never quiet. */
    quietFrom: smallint('quiet_from'),
    quietUntil: smallint('quiet_until'),
    /** Hour of the person's day, 0 to 23. */
    digestHour: smallint('digest_hour').notNull(),
    /** Day of the latest digest in the person's time zone, such as 20261122. */
    digestDay: integer('digest_day'),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.personId] }), workspaceWall()],
);

/** A browser that takes notices (W3C Push API), for one person of one company. */
export const alertDevices = pgTable(
  'alert_devices',
  {
    workspaceId: workspaceIdColumn(),
    id: idColumn(),
    personId: uuid('person_id').notNull(),
    name: text('name').notNull(),
    /** SHA-256 of the endpoint, hex: the same browser is one device. */
    digest: text('digest').notNull(),
    /** Sealed: endpoint, p256dh and auth. Whoever has them may write to the device. */
    sealed: text('sealed').notNull(),
    /** The public key that it was promised to hear from, base64url. */
    serverKey: text('server_key').notNull(),
    createdAt: createdAtColumn(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] }), workspaceWall()],
);
