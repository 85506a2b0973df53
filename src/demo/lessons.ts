import { sql } from 'drizzle-orm';
import type { Member } from '../people/index.ts';
import type { Platform } from '../platform/platform.ts';
import {
  type CompanyReader,
  correctReading,
  createPack,
  loadShippedPacks,
  type Said,
} from '../understanding/index.ts';

/** What colleagues have said by now of how texts were read; each text by some of its words. */
const lessons: readonly (readonly [words: string, said: Said])[] = [
  [
    'Ne ho portate via sei',
    { confirmed: false, judgement: { polarity: 'pos', intents: ['praise'], needsReply: false } },
  ],
  [
    'Gente che ama quello che fa',
    { confirmed: false, judgement: { polarity: 'pos', intents: ['praise'], needsReply: false } },
  ],
  [
    'Non ci avrei scommesso',
    { confirmed: false, judgement: { polarity: 'pos', intents: ['praise', 'question'] } },
  ],
  [
    'cartone fradicio',
    { confirmed: false, judgement: { polarity: 'neg', intents: ['complaint', 'urgent'], needsReply: true } },
  ],
  ['Era un regalo', { confirmed: false, judgement: { intents: ['complaint', 'urgent'], needsReply: true } }],
  ['sapeva inequivocabilmente', { confirmed: false, judgement: { polarity: 'neg', intents: ['complaint'] } }],
  ['ti prestano la pressa', { confirmed: false, judgement: { polarity: 'pos', intents: ['praise'] } }],
  [
    'Suo padre sarebbe',
    { confirmed: false, judgement: { polarity: 'pos', intents: ['praise'], needsReply: false } },
  ],
];

/** The company has made the words of its trade its own. */
export const adoptPack = async (platform: Platform, member: Member): Promise<void> => {
  const wine = loadShippedPacks().find(({ sector }) => sector === 'wine');
  if (!wine) throw new Error('the demonstration needs the words of wine');
  const { sector, title, text } = wine;
  await createPack(platform, member, { name: title.it, sector, text, enabled: true });
};

/** Some readings have been bettered or found right, so that there is something to see where it is told what was learnt. */
export const teachDemo = async (platform: Platform, reader: CompanyReader, member: Member): Promise<void> => {
  const { workspaceId } = member;
  for (const [words, said] of lessons) {
    const { rows } = await platform.database.inWorkspace(workspaceId, (tx) =>
      tx.execute<{ id: string }>(
        sql`select id from mentions where workspace_id = ${workspaceId} and not ours and strpos(body, ${words}) > 0`,
      ),
    );
    for (const { id } of rows) await correctReading(platform, reader, member, id, said);
  }
};
