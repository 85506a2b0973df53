import type { Words } from '../../channels/index.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { CorrespondentProblem, Desk } from '../model/correspondent.ts';
import { replyProblemWords } from '../model/reply-problem-words.ts';
import type { ThreadDetail } from '../model/views.ts';
import type { ThreadConnection } from '../store/read-connection.ts';

/** A reader does not wait longer (ms) for a channel to say what it allows. */
const PATIENCE_MS = 2_000;

const silent: Words = {
  it: 'Il canale non risponde in questo momento: riprova tra poco.',
  en: 'The channel does not answer at the moment: try again shortly.',
};

type Composer = Pick<ThreadDetail, 'composer' | 'composerReason'>;

/** What the composer must respect on this connection, or why one cannot answer there now. */
export const readComposer = async (
  desk: Pick<Desk, 'openCorrespondent'>,
  workspaceId: WorkspaceId,
  connection: ThreadConnection,
): Promise<Composer> => {
  if (connection.state === 'removed' || connection.state === 'paused') {
    const kind = connection.state === 'paused' ? 'paused' : 'connection-ended';
    return { composer: null, composerReason: replyProblemWords({ kind, detail: '' }) };
  }
  const opened = await patiently(desk.openCorrespondent(workspaceId, connection.id));
  if (!opened) return { composer: null, composerReason: silent };
  if (!opened.ok) return { composer: null, composerReason: reasonOf(opened.error) };
  const { limits, account, price } = opened.value;
  const { max, unit, maxBytes } = limits.text;
  return {
    composer: {
      text: { max, unit, ...(maxBytes === undefined ? {} : { maxBytes }) },
      visibilities: [...limits.visibilities],
      media: { ...limits.media, mimeTypes: [...limits.media.mimeTypes] },
      contentWarning: limits.contentWarning,
      subject: limits.subject,
      price: price ?? null,
      templates: limits.templates
        ? {
            afterHours: limits.templates.afterHours,
            choices: limits.templates.choices.map((one) => ({ ...one, places: [...one.places] })),
          }
        : null,
      account: { name: account?.name ?? null, handle: account?.handle ?? null },
    },
    composerReason: null,
  };
};

const patiently = async <Value>(answer: Promise<Value>): Promise<Value | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
  });
  return Promise.race([answer, enough]).finally(() => clearTimeout(timer));
};

const reasonOf = (problem: CorrespondentProblem): Words =>
  problem.kind === 'channel' ? replyProblemWords(problem.problem) : problem.reason;
