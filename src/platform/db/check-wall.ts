import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';

/**
 * Row-level security binds the application role alone: were we somebody else (a pooler that ignores start-up
 * options), the second wall would be missing without a sound. Throws then: better not to serve.
 */
export const checkWall = async (database: Database): Promise<void> => {
  const { rows } = await database.installation.execute<{ role: string }>(sql`select current_user as role`);
  if (rows[0]?.role === 'passaparola_app') return;
  throw new Error(
    `La base dati ci fa entrare come «${rows[0]?.role}» e non come passaparola_app: il muro tra le aziende non ci sarebbe. ` +
      'Se c’è PgBouncer davanti, usa la modalità "session" e lascia passare il parametro "options" (docs/running.it.md).',
  );
};
