import { sql } from 'drizzle-orm';
import { addNote, deskOf, markThreadRead, organiseThread } from '../conversation/index.ts';
import type { Member } from '../people/index.ts';
import type { Platform } from '../platform/platform.ts';

const DAY_MS = 24 * 3_600_000;

type ThreadRow = {
  readonly id: string;
  readonly version: number;
  readonly preview: string;
  readonly subject: string | null;
  readonly last_activity_at: Date;
};

/** Conversations that came to a good end: who had the last word waits for nothing more. */
const ended = [
  'Affare fatto',
  'I vuoti per noi',
  'Suo padre sarebbe',
  'Risposta onesta',
  'questa è una risposta',
  'Siamo una ventina',
];

/** What colleagues have done with it by now: old threads read, some handed over, a note here and there. */
export const touchDemo = async (platform: Platform, member: Member): Promise<void> => {
  const desk = deskOf(platform);
  const { workspaceId } = member;
  const { rows } = await platform.database.inWorkspace(workspaceId, (tx) =>
    tx.execute<ThreadRow>(
      sql`select id, version, preview, subject, last_activity_at from threads where workspace_id = ${workspaceId}`,
    ),
  );
  const { rows: people } = await platform.database.asInstallation((tx) =>
    tx.execute<{ id: string; name: string }>(sql`
      select u.id, u.name from users u join memberships m on m.person_id = u.id where m.workspace_id = ${workspaceId}`),
  );
  const before = new Date(platform.clock.now().getTime() - 2 * DAY_MS);
  for (const thread of rows) {
    const last = new Date(thread.last_activity_at);
    if (last < before) await markThreadRead(desk, member, thread.id, last);
  }
  for (const thread of rows.filter(({ preview }) => ended.some((words) => preview.includes(words))))
    await organiseThread(desk, member, { threadId: thread.id, version: thread.version, status: 'done' });
  const find = (words: string) =>
    rows.find(({ preview, subject }) => preview.includes(words) || subject?.includes(words));
  const giulia = people.find(({ name }) => name.startsWith('Giulia'));
  const pietro = people.find(({ name }) => name.startsWith('Pietro'));
  const hotel = find('Fornitura 2027');
  if (hotel && giulia)
    await organiseThread(desk, member, { threadId: hotel.id, version: hotel.version, assigneeId: giulia.id });
  const market = find('Santa Lucia: io ci sono');
  if (market && pietro) {
    await organiseThread(desk, member, {
      threadId: market.id,
      version: market.version,
      assigneeId: pietro.id,
    });
    await addNote(desk, { ...member, personId: pietro.id, name: pietro.name }, market.id, {
      body: 'Per me sì, banco insieme. Chiedo al Comune se tengono un posto doppio e gli rispondo stasera.',
    });
  }
  const broken = find('Era un regalo');
  if (broken)
    await addNote(desk, member, broken.id, {
      body: 'L’ordine è il 1187, spedito giovedì. Ne abbiamo sei pronte: se gli rispondiamo stamattina, per sabato ce la fa.',
    });
};
