import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listeningSubscription } from '../../src/conversation/actions/hear-listening.ts';
import { readThread } from '../../src/conversation/actions/read-thread.ts';
import { writeReply } from '../../src/conversation/index.ts';
import { sweepOldContent } from '../../src/listening/index.ts';
import type { DomainEvent } from '../../src/platform/events/events.ts';
import { newId } from '../../src/platform/ids.ts';
import { expectOk } from '../../src/platform/result.ts';
import { type Company, createHouse, createWorkspace, type House, say, threadOf } from './conversation-kit.ts';
import { plainChannel } from './listening-kit.ts';

let house: House;
let company: Company;
beforeAll(async () => {
  house = await createHouse();
  company = await createWorkspace(house);
});
afterAll(() => house.close());

it('words whose time is over go from the list of threads and from the answers that quote them', async () => {
  const { workspaceId, coordinator } = company;
  const { database } = house.platform;
  const said = { nativeId: 'question', title: 'Il vostro Dolcetto', body: 'Dove lo trovo?' };
  const [mentionId = ''] = await say(house, company, said);
  const threadId = await threadOf(house, company, mentionId);
  const reply = { id: newId(), threadId, mentionId, body: 'Da noi!', options: {} };
  expectOk(await writeReply(house.desk, coordinator, reply));
  await database.inWorkspace(workspaceId, (tx) =>
    tx.execute(sql`update replies set draft = jsonb_set(draft, '{inReplyTo,quote}', '"Dove lo trovo?"')`),
  );
  const keepContent = { maxHours: 24 };
  const dataTerms = { keepContent, profileAuthors: true, exportable: true, source: '', checkedOn: '' };
  const channel = plainChannel({ id: 'scripted', dataTerms });
  await sweepOldContent(database, new Date('2026-03-05T08:00:00Z'), [channel]);
  const draft = await database.inWorkspace(workspaceId, async (tx) => {
    const { rows } = await tx.execute<DomainEvent>(
      `select * from outbox_events where kind = 'mentions.emptied'`,
    );
    await listeningSubscription(house.platform).handle(tx, workspaceId, rows);
    return (await tx.execute(`select draft from replies`)).rows[0];
  });
  expect(JSON.stringify(draft)).not.toContain('Dove lo trovo');
  const read = expectOk(await readThread(house.desk, coordinator, threadId));
  expect(read.thread).toMatchObject({ preview: '', subject: null });
});
