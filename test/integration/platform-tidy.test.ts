import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkWall } from '../../src/platform/db/check-wall.ts';
import { connectDatabase } from '../../src/platform/db/database.ts';
import { newId } from '../../src/platform/ids.ts';
import { appendLive } from '../../src/platform/live/append-live.ts';
import { tidy } from '../../src/platform/tidy.ts';
import { createTestDatabase, type TestDatabase } from '../harness/test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

describe('tidying up', () => {
  it('forgets live changes after an hour, and none that a screen may still ask for', async () => {
    const workspaceId = newId();
    await test.database.inWorkspace(workspaceId, async (tx) => {
      await appendLive(tx, workspaceId, [{ kind: 'old', payload: {} }]);
      await tx.execute(sql`update live_changes set created_at = now() - interval '61 minutes'`);
      await appendLive(tx, workspaceId, [{ kind: 'new', payload: {} }]);
    });
    await tidy(test.database, new Date());
    const { rows } = await test.database.inWorkspace(workspaceId, (tx) =>
      tx.execute<{ kind: string }>(sql`select kind from live_changes`),
    );
    expect(rows).toEqual([{ kind: 'new' }]);
  });
});

describe('the second wall', () => {
  it('is known to stand before anything is served', async () => {
    await expect(checkWall(test.database)).resolves.toBeUndefined();
    const asOwner = connectDatabase(test.address, { poolSize: 1 });
    await asOwner.installation.execute(sql`reset role`);
    await asOwner.installation.execute(sql`set role none`);
    await expect(checkWall(asOwner)).rejects.toThrow('passaparola_app');
    await asOwner.close();
  });
});
