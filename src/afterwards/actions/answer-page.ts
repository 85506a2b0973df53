import { findWorkspace } from '../../people/index.ts';
import { cleanText } from '../../platform/text/index.ts';
import type { Scale } from '../model/asking.ts';
import { openTicket, type Ticket, TOKEN_PURPOSE } from '../model/token.ts';
import { type AskingRow, findAsking, lockAsking } from '../store/askings.ts';
import { readSettings } from '../store/settings.ts';
import type { Ground } from './ground.ts';
import { takeAnswer } from './take-answer.ts';

/** What the page of a question shows. */
export type PageView = {
  readonly company: string;
  readonly slug: string;
  readonly question: AskingRow['question'];
  readonly scale: Scale;
  readonly register: 'tu' | 'lei';
  readonly until: Date;
  /** What was answered so far. */
  readonly score: number | null;
  readonly words: string;
};

export type PageFailure = 'unknown' | 'expired' | 'enough';

/** However often somebody changes their mind. */
const MOST_CHANGES = 20;
export const MOST_WORDS = 1_000;

/** Undefined for an address that we did not write; what has expired says so. Reading changes nothing. */
export const readPage = async (
  ground: Pick<Ground, 'database' | 'clock' | 'sealer'>,
  token: string,
): Promise<PageView | PageFailure> => {
  const ticket = openTicket(token, ground.sealer.deriveKeys(TOKEN_PURPOSE));
  if (!ticket) return 'unknown';
  return ground.database.inWorkspace(ticket.workspaceId, async (tx) => {
    const asking = await findAsking(tx, ticket.workspaceId, ticket.askingId);
    const company = await findWorkspace(tx, ticket.workspaceId);
    if (!asking || !company) return 'unknown';
    if (isOver(ground, ticket, asking)) return 'expired';
    const { register } = await readSettings(tx, ticket.workspaceId);
    return {
      company: company.name,
      slug: company.slug,
      question: asking.question,
      scale: asking.scale as Scale,
      register,
      until: asking.expiresAt ?? ticket.expiresAt,
      score: asking.answeredBy === 'page' ? asking.score : null,
      words: asking.words ?? '',
    };
  });
};

/** A page's answer, or another in its place: there is one to a question. */
export const answerPage = async (
  ground: Pick<Ground, 'database' | 'clock' | 'sealer'>,
  token: string,
  answer: { readonly score: number; readonly words: string },
): Promise<'kept' | PageFailure | 'no-choice'> => {
  const ticket = openTicket(token, ground.sealer.deriveKeys(TOKEN_PURPOSE));
  if (!ticket) return 'unknown';
  return ground.database.inWorkspace(ticket.workspaceId, async (tx) => {
    const asking = await lockAsking(tx, ticket.workspaceId, ticket.askingId);
    if (!asking) return 'unknown';
    if (isOver(ground, ticket, asking)) return 'expired';
    if (!Number.isInteger(answer.score) || answer.score < 1 || answer.score > asking.scale)
      return 'no-choice';
    if (asking.changes >= MOST_CHANGES) return 'enough';
    const words = cleanText(answer.words.trim(), { maxGraphemes: MOST_WORDS }).text;
    await takeAnswer(tx, ticket.workspaceId, asking, {
      by: 'page',
      read: { score: answer.score, from: 'choice' },
      mentionId: null,
      words: words === '' ? null : words,
      at: ground.clock.now(),
    });
    return 'kept';
  });
};

/** A question that was not sent yet, or whose person was forgotten, has no page either. */
const isOver = (
  { clock }: Pick<Ground, 'clock'>,
  ticket: Ticket,
  { state, expiresAt, authorId }: AskingRow,
): boolean => {
  const now = clock.now();
  return (
    state !== 'asked' ||
    authorId === null ||
    ticket.expiresAt <= now ||
    (expiresAt !== null && expiresAt <= now)
  );
};
