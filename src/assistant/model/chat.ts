import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ModelProblem } from './model-problem.ts';

export type ChatMessage = { readonly role: 'system' | 'user'; readonly content: string };

export type Question = {
  readonly messages: readonly ChatMessage[];
  /** Tokens of the answer. */
  readonly mostTokens: number;
  /** The answer must be JSON. */
  readonly json?: boolean;
};

export type ChatAnswer = {
  readonly text: string;
  readonly tokensIn: number | null;
  readonly tokensOut: number | null;
};

const count = z.number().int().min(0).max(100_000_000).nullish().catch(null);

const AnswerSchema = z.object({
  choices: z
    .array(
      z.object({ message: z.object({ content: z.string().nullish() }), finish_reason: z.string().nullish() }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: count, completion_tokens: count }).nullish().catch(null),
});

/** The body of a question; `tokensField` is how this server calls the length of the answer. */
export const questionBody = (
  model: string,
  { messages, mostTokens, json }: Question,
  tokensField: 'max_tokens' | 'max_completion_tokens',
): Readonly<Record<string, unknown>> => ({
  model,
  messages,
  [tokensField]: mostTokens,
  stream: false,
  ...(json ? { response_format: { type: 'json_object' } } : {}),
});

/** Some models take only the newer name of the length: their refusal names it. */
export const wantsOtherField = (status: number, text: string): boolean =>
  status === 400 && text.slice(0, 10_000).includes('max_completion_tokens');

/** Reads an answer of the chat completions protocol; thoughts that a local model thinks aloud are left out. */
export const readAnswer = (body: unknown): Result<ChatAnswer, ModelProblem> => {
  const parsed = AnswerSchema.safeParse(body);
  const choice = parsed.success ? parsed.data.choices[0] : undefined;
  if (!parsed.success || !choice) return err({ kind: 'bad-answer' });
  if (choice.finish_reason === 'length') return err({ kind: 'cut-short' });
  const text = withoutThoughts(choice.message.content ?? '').trim();
  if (text === '') return err({ kind: 'empty' });
  const { usage } = parsed.data;
  return ok({ text, tokensIn: usage?.prompt_tokens ?? null, tokensOut: usage?.completion_tokens ?? null });
};

const withoutThoughts = (text: string): string => {
  const end = /^\s*<think>/.test(text) ? text.indexOf('</think>') : -1;
  return end === -1 ? text : text.slice(end + '</think>'.length);
};
