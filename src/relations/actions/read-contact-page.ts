import type { Words } from '../../channels/index.ts';
import type { ThreadsOf } from '../../listening/index.ts';
import { type Member, may, personNames } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { CircleLink, ContactRow, Stage } from '../model/contact-view.ts';
import { shownStrength } from '../model/map/shown-strength.ts';
import { sayTie } from '../model/say-tie.ts';
import { type ScoreView, scoreViews } from '../model/score-views.ts';
import { nextStep, pathOf } from '../model/stage-path.ts';
import { topWords } from '../model/words/top-words.ts';
import { readContactRows } from '../store/contact-list.ts';
import {
  readColleagues,
  readLatestWords,
  readScores,
  readStepTimes,
  readTies,
} from '../store/contact-page.ts';
import {
  type ContactRecord,
  type IdentityRecord,
  readContact,
  readIdentities,
} from '../store/contact-rows.ts';
import { readGifts } from '../store/gift-rows.ts';
import { readMerges } from '../store/merge-rows.ts';
import type { ContactFailure } from './change-contact.ts';
import { type GiftView, viewGift } from './keep-gifts.ts';
import { type IntroductionView, readIntroductions } from './read-introductions.ts';

export type ContactPage = {
  readonly contact: {
    readonly id: string;
    readonly name: string;
    readonly company: string | null;
    readonly role: string | null;
    readonly place: string | null;
    readonly note: string | null;
    readonly tags: readonly string[];
    readonly consent: ContactRecord['consent'];
    readonly consentAt: string | null;
    readonly consentNote: string | null;
    readonly birthday: string | null;
    readonly byHand: ContactRecord['byHand'];
    readonly lastAt: string;
    readonly createdAt: string;
  };
  readonly identities: readonly {
    readonly id: string;
    readonly channel: string;
    readonly name: string | null;
    readonly handle: string | null;
    readonly url: string | null;
    readonly avatarUrl: string | null;
    readonly followers: number | null;
    readonly profiling: boolean;
  }[];
  /** Null for who objected, and before the first batch that knows them. */
  readonly scores: Readonly<Record<string, ScoreView>> | null;
  readonly stage: {
    readonly now: Stage;
    readonly since: string;
    readonly next: Words | null;
    readonly path: readonly { readonly stage: Stage; readonly at: string }[];
  };
  readonly ties: readonly {
    readonly contact: ContactRow;
    readonly strength: number;
    readonly sentence: Words;
  }[];
  readonly circle: CircleLink | null;
  readonly knownBy: readonly {
    readonly personId: string;
    readonly name: string;
    readonly count: number;
    readonly lastAt: string | null;
  }[];
  readonly introductions: readonly IntroductionView[];
  readonly cares: readonly { readonly word: string; readonly count: number }[];
  readonly gifts: readonly GiftView[];
  readonly threads: readonly {
    readonly id: string;
    readonly subject: string | null;
    readonly preview: string;
    readonly lastAt: string;
  }[];
  readonly merges: readonly {
    readonly id: string;
    readonly absorbedName: string | null;
    readonly reason: string;
    readonly at: string;
    readonly undoneAt: string | null;
  }[];
};

const TIES = 12;
const WORDS_READ = 60;
const THREADS = 8;
const PREVIEW = 160;

/** Everything that the company knows of one person. */
export const readContactPage = (
  platform: Pick<Platform, 'database' | 'clock'>,
  actor: Member,
  id: string,
  threadsOf: ThreadsOf,
): Promise<Result<ContactPage, ContactFailure>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.read')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const contact = await readContact(tx, workspaceId, id);
    if (!contact || contact.mergedInto) return err({ kind: 'not-found' });
    const accounts = await readIdentities(tx, workspaceId, id);
    const now = platform.clock.now();
    const isProfiled = contact.consent !== 'objected';
    const row = (await readContactRows(tx, workspaceId, [id], now)).get(id);
    const scores = isProfiled ? await readScores(tx, workspaceId, id) : null;
    const steps = await readStepTimes(tx, workspaceId, accounts);
    return ok({
      contact: viewContact(contact),
      identities: accounts.map(viewAccount),
      scores: scores && scoreViews(scores),
      stage: {
        now: contact.stage,
        since: contact.stageAt.toISOString(),
        next: nextStep(contact.stage),
        path: pathOf(contact.stage, contact.stageAt.toISOString(), {
          ...steps,
          met: contact.birthday && new Date(contact.birthday).toISOString(),
        }),
      },
      ties: isProfiled ? await viewTies(tx, workspaceId, id, now) : [],
      circle: row?.circle ?? null,
      knownBy: await viewColleagues(tx, contact, accounts),
      introductions: isProfiled ? await readIntroductions(tx, contact, now) : [],
      ...(await viewWords(tx, workspaceId, accounts, threadsOf, isProfiled)),
      gifts: (await readGifts(tx, workspaceId, id)).map(viewGift),
      merges: (await readMerges(tx, workspaceId, id)).map(
        ({ id: mergeId, absorbedName, reason, at, undoneAt }) => ({
          id: mergeId,
          absorbedName,
          reason,
          at: at.toISOString(),
          undoneAt: undoneAt?.toISOString() ?? null,
        }),
      ),
    });
  });

const viewContact = (contact: ContactRecord): ContactPage['contact'] => ({
  id: contact.id,
  name: contact.name,
  company: contact.company,
  role: contact.role,
  place: contact.place,
  note: contact.note,
  tags: contact.tags,
  consent: contact.consent,
  consentAt: contact.consentAt?.toISOString() ?? null,
  consentNote: contact.consentNote,
  birthday: contact.birthday,
  byHand: contact.byHand,
  lastAt: contact.lastAt.toISOString(),
  createdAt: contact.createdAt.toISOString(),
});

const viewAccount = (account: IdentityRecord): ContactPage['identities'][number] => {
  const { id, channel, name, handle, url, avatarUrl, followers, profiling } = account;
  return { id, channel, name, handle, url, avatarUrl, followers, profiling };
};

const viewTies = async (
  tx: Transaction,
  workspaceId: string,
  id: string,
  now: Date,
): Promise<ContactPage['ties']> => {
  const ties = await readTies(tx, workspaceId, id, TIES);
  const rows = await readContactRows(
    tx,
    workspaceId,
    ties.map(({ contactId }) => contactId),
    now,
  );
  return ties.flatMap((tie) => {
    const contact = rows.get(tie.contactId);
    const strength = shownStrength(tie.out + tie.back);
    return contact ? [{ contact, strength, sentence: sayTie(tie, now) }] : [];
  });
};

/** Those who said so come after those who spoke with them. */
const viewColleagues = async (
  tx: Transaction,
  { workspaceId, knownBy }: ContactRecord,
  accounts: readonly IdentityRecord[],
): Promise<ContactPage['knownBy']> => {
  const spoke = await readColleagues(
    tx,
    workspaceId,
    accounts.map(({ id }) => id),
  );
  const said = knownBy.filter((personId) => !spoke.some((one) => one.personId === personId));
  const all = [...spoke, ...said.map((personId) => ({ personId, count: 0, lastAt: null }))];
  const names = await personNames(
    tx,
    workspaceId,
    all.map(({ personId }) => personId),
  );
  return all.flatMap((one) => {
    const name = names.get(one.personId);
    return name ? [{ ...one, name }] : [];
  });
};

/** What they care about and where we spoke of it, from their latest words. */
const viewWords = async (
  tx: Transaction,
  workspaceId: string,
  accounts: readonly IdentityRecord[],
  threadsOf: ThreadsOf,
  isProfiled: boolean,
): Promise<Pick<ContactPage, 'cares' | 'threads'>> => {
  const authors = accounts.flatMap(({ authorId }) => authorId ?? []);
  const said = await readLatestWords(tx, workspaceId, authors, WORDS_READ);
  const threads = await threadsOf(
    tx,
    workspaceId,
    said.map(({ id }) => id),
  );
  const seen = new Set<string>();
  const shown = said.flatMap(({ id, title, body, saidAt }) => {
    const threadId = threads.get(id);
    if (!threadId || seen.has(threadId)) return [];
    seen.add(threadId);
    return [{ id: threadId, subject: title, preview: body.slice(0, PREVIEW), lastAt: saidAt }];
  });
  const texts = said.map(({ title, body }) => `${title ?? ''} ${body}`);
  return { cares: isProfiled ? topWords(texts) : [], threads: shown.slice(0, THREADS) };
};
