import { findWorkspace } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { newId, type WorkspaceId } from '../../platform/ids.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChatAnswer, Question } from '../model/chat.ts';
import { costOf, estimateTokens, fitsCap } from '../model/cost.ts';
import { type AskProblem, type ModelProblem, mayHaveCost } from '../model/model-problem.ts';
import { restingUntil } from '../model/resting.ts';
import { type AssistantSettings, isWanted, keyPurpose, type Purpose } from '../model/settings.ts';
import { readSettings } from '../store/settings.ts';
import { endUse, insertUse, latestUses, queueUp, readMonth } from '../store/uses.ts';
import type { Assistant } from './assistant.ts';
import { callModel } from './call-model.ts';

/** `cost`: millionths of a euro. */
export type Answered<Value> = {
  readonly value: Value;
  readonly model: string;
  readonly cost: number;
  readonly milliseconds: number;
};

/**
 * Asks the company's language model, if it has one, wants it for this, and can pay. What it answers is only used when `accept`
 * takes it. Each question leaves a line in the log of uses, written before it is asked, so that many at once keep to the cap.
 */
export const ask = async <Value>(
  assistant: Assistant,
  workspaceId: WorkspaceId,
  purpose: Purpose,
  question: Question,
  accept: (text: string) => Result<Value, ModelProblem>,
): Promise<Result<Answered<Value>, AskProblem>> => {
  const tokensIn = estimateTokens(JSON.stringify(question.messages));
  const admitted = await assistant.database.inWorkspace(workspaceId, (tx) =>
    admit(assistant, tx, workspaceId, { purpose, tokensIn, tokensOut: question.mostTokens }),
  );
  if (!admitted.ok) return admitted;
  const { settings, key, useId } = admitted.value;
  const began = performance.now();
  const answer = await callModel(assistant, { ...settings, key }, question, settings.timeoutSeconds * 1_000);
  const value = answer.ok ? accept(answer.value.text) : answer;
  const milliseconds = Math.round(performance.now() - began);
  const used = usedBy(settings, tokensIn, answer);
  await assistant.database.inWorkspace(workspaceId, (tx) =>
    endUse(tx, workspaceId, useId, {
      ...used,
      milliseconds,
      outcome: value.ok ? 'ok' : value.error.kind,
      holdUntil: value.ok ? null : holdUntil(value.error, assistant.clock.now()),
    }),
  );
  if (!value.ok) return value;
  return ok({ value: value.value, model: settings.model, cost: used.cost, milliseconds });
};

type Wish = { readonly purpose: Purpose; readonly tokensIn: number; readonly tokensOut: number };
type Admitted = {
  readonly settings: AssistantSettings;
  readonly key: string | null;
  readonly useId: string;
};

/** A trial is let in although the server rests: it is how a person sees whether it is well again. */
const admit = async (
  { clock, sealer }: Pick<Assistant, 'clock' | 'sealer'>,
  tx: Transaction,
  workspaceId: WorkspaceId,
  { purpose, tokensIn, tokensOut }: Wish,
): Promise<Result<Admitted, AskProblem>> => {
  const settings = await readSettings(tx, workspaceId);
  if (!isWanted(settings, purpose)) return err({ kind: 'off' });
  if (settings.baseUrl === '' || settings.model === '') return err({ kind: 'not-set' });
  const key = settings.sealedKey === null ? null : sealer.open(settings.sealedKey, keyPurpose(workspaceId));
  if (key && !key.ok) return err({ kind: 'key-lost' });
  await queueUp(tx, workspaceId);
  const now = clock.now();
  const until = restingUntil(await latestUses(tx, workspaceId), now);
  if (until && purpose !== 'check') return err({ kind: 'resting', until });
  const timeZone = (await findWorkspace(tx, workspaceId))?.timeZone ?? 'Europe/Rome';
  const cost = costOf(settings, tokensIn, tokensOut);
  const month = await readMonth(tx, workspaceId, now, timeZone);
  if (!fitsCap(settings.monthlyCap, month.cost, cost)) return err({ kind: 'cap-reached' });
  const useId = newId();
  const asked = { tokensIn, tokensOut, cost, milliseconds: 0, outcome: 'pending', createdAt: now };
  await insertUse(tx, { workspaceId, id: useId, purpose, ...asked });
  return ok({ settings, key: key ? key.value : null, useId });
};

const usedBy = (
  settings: AssistantSettings,
  estimatedIn: number,
  answer: Result<ChatAnswer, ModelProblem>,
) => {
  const estimated = answer.ok || mayHaveCost(answer.error) ? estimatedIn : 0;
  const tokensIn = (answer.ok ? answer.value.tokensIn : null) ?? estimated;
  const tokensOut = answer.ok ? (answer.value.tokensOut ?? estimateTokens(answer.value.text)) : 0;
  return { tokensIn, tokensOut, cost: costOf(settings, tokensIn, tokensOut) };
};

const holdUntil = (problem: ModelProblem, now: Date): Date | null =>
  problem.kind === 'busy' && problem.retryAfter !== null
    ? new Date(now.getTime() + problem.retryAfter * 1_000)
    : null;
