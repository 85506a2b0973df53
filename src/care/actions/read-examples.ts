import { readMentions } from '../../listening/index.ts';
import { type Member, may } from '../../people/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok } from '../../platform/result.ts';
import { firstAnswersOfEnded } from '../store/examples.ts';

const MOST = 3;

/** How this company has answered before: the first answers in cases that ended well, those whose people agreed first. */
export const readExamples = ({ database }: Pick<Platform, 'database'>, actor: Member) =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'cases.read')) return err({ kind: 'not-allowed' as const });
    const ids = await firstAnswersOfEnded(tx, actor.workspaceId, MOST);
    const answers = await readMentions(tx, actor.workspaceId, ids);
    return ok(
      answers.flatMap(({ id, body, removedAt }) =>
        removedAt || body === '' ? [] : [{ mentionId: id, body }],
      ),
    );
  });
