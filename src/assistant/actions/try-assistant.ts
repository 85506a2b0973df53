import { type Member, may } from '../../people/index.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { AskProblem } from '../model/model-problem.ts';
import { trialQuestion } from '../model/prompts.ts';
import { type Answered, ask } from './ask.ts';
import type { Assistant } from './assistant.ts';

/** Asks for one word with the settings as they are kept, whether they are on or not. */
export const tryAssistant = async (
  assistant: Assistant,
  actor: Member,
): Promise<Result<Result<Answered<string>, AskProblem>, { readonly kind: 'not-allowed' }>> => {
  if (!may(actor, 'assistant.manage')) return err({ kind: 'not-allowed' });
  return ok(await ask(assistant, actor.workspaceId, 'check', trialQuestion, ok));
};
