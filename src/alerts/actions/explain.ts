import { findWorkspace, type Workspace } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { Language } from '../../platform/http/problem.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import { HOUR_MS } from '../model/local-hours.ts';
import { type SaidAlert, sayAlert } from '../model/say-alert.ts';
import { type GrownWord, wordsGrown } from '../model/words-grown.ts';
import { readNames } from '../store/rules.ts';
import type { Alert } from '../store/stories.ts';
import { storyTexts } from '../store/story-mentions.ts';

/** Days of texts that the words of a story are compared with. */
const BEFORE_DAYS = 28;
const MOST_TEXTS = 500;

export type Explained = SaidAlert & { readonly words: readonly GrownWord[]; readonly watchName: string };

/** The time that a story is about; mentions keep coming while it goes on. */
export const spanOf = (alert: Alert, now: Date) => ({
  watchId: alert.watchId,
  measure: alert.measure,
  from: alert.beganAt,
  to: alert.endedAt ?? now,
});

/** A story in words. What grew is read from what is there now: of what was taken back nothing is said. */
export const explainAlert = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  alert: Alert,
  { language, now }: { readonly language: Language; readonly now: Date },
): Promise<Explained> => {
  const company = await findWorkspace(tx, workspaceId);
  const watchName = (await readNames(tx, workspaceId)).get(alert.watchId) ?? '…';
  const words = hasWords(alert) ? await grownWords(tx, workspaceId, alert, watchName, now) : [];
  return { ...sayIn(company, alert, watchName, words, language), words, watchName };
};

/** Without the words that grew: for lists. */
export const sayIn = (
  company: Workspace | null,
  alert: Alert,
  watchName: string,
  words: readonly GrownWord[],
  language: Language,
): SaidAlert =>
  sayAlert({ ...alert, watchName, words, timeZone: company?.timeZone ?? 'Europe/Rome' }, language);

const hasWords = ({ kind }: Alert): boolean => kind === 'spike' || kind === 'polarity' || kind === 'aspect';

const grownWords = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  alert: Alert,
  watchName: string,
  now: Date,
): Promise<readonly GrownWord[]> => {
  const span = spanOf(alert, now);
  const recent = await storyTexts(tx, workspaceId, span, MOST_TEXTS);
  const from = new Date(span.from.getTime() - BEFORE_DAYS * 24 * HOUR_MS);
  const to = new Date(span.from.getTime() - 1);
  const past = await storyTexts(tx, workspaceId, { ...span, measure: 'heard', from, to }, MOST_TEXTS);
  return wordsGrown(recent, past, [watchName]);
};
