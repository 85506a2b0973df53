import { type Member, may } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { appendLive } from '../../platform/live/append-live.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { Register } from '../model/asking.ts';
import { askToTell, thankYou, VARIANTS } from '../model/thank.ts';
import { readSettings } from '../store/settings.ts';
import { keepThanks, type Praise, praiseOfMention, variantsUsed } from '../store/thanks.ts';
import { firstNameOf } from './asking-text.ts';
import type { Ground } from './ground.ts';

export type ThanksView = {
  readonly mentionId: string;
  readonly threadId: string;
  readonly authorName: string | null;
  readonly preview: string;
  readonly body: string;
  /** Asks whether their story may be told; null where there is none that ended well. */
  readonly storyLine: string | null;
};

type Refused = { readonly kind: 'not-allowed' | 'not-found' };

/** A proposal of words: each differs from the one before and from those taken lately. */
export const viewThanks = async (
  tx: Transaction,
  actor: Member,
  found: readonly Praise[],
): Promise<readonly ThanksView[]> => {
  if (found.length === 0) return [];
  const { register } = await readSettings(tx, actor.workspaceId);
  const used = [...(await variantsUsed(tx, actor.workspaceId, VARIANTS - 1))];
  return found.map((praise) => {
    const { variant, body } = wordsFor(praise, register, actor.name, used);
    used.unshift(variant);
    const { mentionId, threadId, authorName, preview } = praise;
    const storyLine = praise.hasStory ? askToTell(languageOf(praise), register) : null;
    return { mentionId, threadId, authorName, preview, body, storyLine };
  });
};

const languageOf = ({ language }: Praise): 'it' | 'en' => (language === 'en' ? 'en' : 'it');

const wordsFor = (praise: Praise, register: Register, name: string, used: readonly number[]) =>
  thankYou({
    language: languageOf(praise),
    register,
    signedBy: firstNameOf(name),
    aspects: praise.aspects,
    seed: Number.parseInt(praise.mentionId.slice(-6), 16),
    used,
  });

/** Takes a proposal: its words are given, for the draft in the conversation, and are not proposed again soon. */
export const takeThanks = (
  ground: Pick<Ground, 'database' | 'clock'>,
  actor: Member,
  mentionId: string,
): Promise<Result<{ readonly threadId: string; readonly body: string }, Refused>> =>
  settle(ground, actor, mentionId, async (tx, praise) => {
    const { register } = await readSettings(tx, actor.workspaceId);
    const used = await variantsUsed(tx, actor.workspaceId, VARIANTS - 1);
    const { variant, body } = wordsFor(praise, register, actor.name, used);
    return { kept: { state: 'taken', variant }, given: { threadId: praise.threadId, body } };
  });

/** No thanks this time: it is not proposed again, to anybody. */
export const dismissThanks = (
  ground: Pick<Ground, 'database' | 'clock'>,
  actor: Member,
  mentionId: string,
): Promise<Result<null, Refused>> =>
  settle(ground, actor, mentionId, async () => ({
    kept: { state: 'dismissed', variant: null },
    given: null,
  }));

type Settled<Given> = {
  readonly kept: Pick<Parameters<typeof keepThanks>[1], 'state' | 'variant'>;
  readonly given: Given;
};

/** What becomes of one proposal is kept, and told to the open screens. */
const settle = <Given>(
  { database, clock }: Pick<Ground, 'database' | 'clock'>,
  actor: Member,
  mentionId: string,
  decide: (tx: Transaction, praise: Praise) => Promise<Settled<Given>>,
): Promise<Result<Given, Refused>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'drafts.write')) return err({ kind: 'not-allowed' });
    const { workspaceId, personId } = actor;
    const praise = await praiseOfMention(tx, workspaceId, mentionId);
    if (!praise) return err({ kind: 'not-found' });
    const { kept, given } = await decide(tx, praise);
    await keepThanks(tx, { workspaceId, mentionId, personId, ...kept, at: clock.now() });
    await appendLive(tx, workspaceId, [{ kind: 'afterwards.changed', payload: { what: 'thanks' } }]);
    return ok(given);
  });
