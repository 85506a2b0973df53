import { sql } from 'drizzle-orm';
import {
  changeCareSettings,
  hearMentions,
  openCase,
  publishStory,
  readCase,
  saveCauseWish,
  saveImprovementWish,
  takeStep,
  writeStory,
} from '../care/index.ts';
import type { Member } from '../people/index.ts';
import { fixedClock } from '../platform/clock.ts';
import type { Platform } from '../platform/platform.ts';
import { expectOk } from '../platform/result.ts';

type Step = Parameters<typeof takeStep>[3]['step'];
type Said = { readonly id: string; readonly body: string; readonly saidAt: string | Date };

const DAY_MS = 86_400_000;

/** What became of the complaints that were heard: one that ended well and changed something, one that still waits. */
export const careForDemo = async (platform: Platform, member: Member): Promise<void> => {
  const { workspaceId } = member;
  const { rows } = await platform.database.inWorkspace(workspaceId, (tx) =>
    tx.execute<Said>(
      sql`select id, body, said_at as "saidAt" from mentions where workspace_id = ${workspaceId} and automatic is null order by said_at`,
    ),
  );
  const said = (words: string) => rows.find(({ body }) => body.includes(words));
  const [cork, broken] = [said('sapeva inequivocabilmente'), said('cartone fradicio')];
  if (!cork || !broken) throw new Error('the demonstration needs its complaints');
  for (const { id } of [cork, broken]) await openCase(platform, member, [id]);
  for (let start = 0; start < rows.length; start += 200)
    await hearMentions(
      platform,
      workspaceId,
      rows.slice(start, start + 200).map(({ id }) => id),
    );
  const corks = await plantCause(platform, member, 'Tappi', ['tapp', 'sughero'], ['product']);
  const parcels = await plantCause(platform, member, 'Spedizione', ['corriere', 'cartone'], ['delivery']);
  await endWell(platform, member, cork, corks);
  const { caseId } = expectOk(await openCase(platform, member, [broken.id]));
  await walk(platform, member, caseId, new Date(new Date(broken.saidAt).getTime() + DAY_MS / 2), [
    { step: 'file', causeId: parcels },
    { step: 'link', product: 'Bianco Lunaria', batch: null, orderReference: null },
  ]);
  await changeCareSettings(platform, member, {
    isPublic: true,
    italian: 'Quando sbagliamo lo scriviamo qui, con quello che abbiamo cambiato.',
    english: 'When we get something wrong we write it here, with what we changed.',
  });
};

const plantCause = async (
  platform: Platform,
  member: Member,
  name: string,
  words: readonly string[],
  aspects: readonly string[],
): Promise<string> =>
  expectOk(await saveCauseWish(platform, member, null, { name, parentId: null, words, aspects })).id;

/** The story of the corks: understood, put right, agreed, and the corks changed. */
const endWell = async (platform: Platform, member: Member, cork: Said, causeId: string): Promise<void> => {
  const { caseId } = expectOk(await openCase(platform, member, [cork.id]));
  const at = (days: number) => new Date(new Date(cork.saidAt).getTime() + days * DAY_MS);
  await walk(platform, member, caseId, at(1), [
    { step: 'file', causeId },
    { step: 'link', product: 'Rosso dell’Orsa', batch: 'L21-14', orderReference: null },
    {
      step: 'understand',
      text: 'Il lotto L21-14 ha una partita di tappi difettosa: lo conferma il fornitore.',
    },
    { step: 'offer', offer: 'replacement', costCents: 4_500, text: 'Tre bottiglie portate a casa da Marta.' },
  ]);
  await walk(platform, member, caseId, at(5), [
    { step: 'resolve', text: 'Cambiati i tappi dal lotto 22 in poi, ritirato quel che restava in negozio.' },
  ]);
  await walk(platform, member, caseId, at(5.4), [{ step: 'confirm', mentionId: null }]);
  expectOk(
    await saveImprovementWish({ ...platform, clock: fixedClock(at(5)) }, member, null, {
      causeId,
      ownerId: member.personId,
      title: 'Tappi di un altro tipo',
      before: 'Un solo fornitore, controllo a campione una volta l’anno.',
      after: 'Tappi microgranulati dal lotto 22, controllo a ogni partita.',
      italian: 'Dal lotto 22 usiamo un altro tipo di tappo e controlliamo ogni partita.',
      english: 'From batch 22 on we use another kind of cork, and check every delivery.',
      state: 'done',
      caseIds: [caseId],
    }),
  );
  expectOk(
    await writeStory(platform, member, caseId, {
      basis: 'nobody-named',
      italian:
        'Un cliente di lunga data ha trovato più di un vino guasto. Siamo andati a riprenderci la bottiglia, il fornitore ha riconosciuto il difetto e abbiamo cambiato i tappi.',
      english:
        'A customer of many years found more than one wine gone bad. We went to fetch the bottle, the supplier admitted the fault, and we changed the corks.',
    }),
  );
  expectOk(await publishStory(platform, member, caseId));
};

/** Takes steps one after the other, as if it were that day. */
const walk = async (
  platform: Platform,
  member: Member,
  caseId: string,
  at: Date,
  steps: readonly Step[],
): Promise<void> => {
  for (const step of steps) {
    const read = await readCase(platform, member, caseId);
    if (!read.ok) throw new Error(`the demonstration lost a case: ${read.error.kind}`);
    const { version } = read.value;
    expectOk(await takeStep({ ...platform, clock: fixedClock(at) }, member, caseId, { version, step }));
  }
};
