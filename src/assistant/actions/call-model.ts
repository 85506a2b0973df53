import { err, type Result } from '../../platform/result.ts';
import { type ChatAnswer, type Question, questionBody, readAnswer, wantsOtherField } from '../model/chat.ts';
import { type ModelProblem, problemOfFetch, problemOfStatus } from '../model/model-problem.ts';
import { type AssistantSettings, completionsUrl } from '../model/settings.ts';
import type { Assistant } from './assistant.ts';

type Server = Pick<AssistantSettings, 'baseUrl' | 'model'> & { readonly key: string | null };

/**
 * One question by the chat completions protocol (https://platform.openai.com/docs/api-reference/chat), which Ollama, llama.cpp
 * and most providers speak. `timeoutMs` holds for all of it. Nothing is tried again, but for the newer name of one field.
 */
export const callModel = async (
  { http }: Pick<Assistant, 'http'>,
  server: Server,
  question: Question,
  timeoutMs: number,
): Promise<Result<ChatAnswer, ModelProblem>> => {
  const signal = AbortSignal.timeout(timeoutMs);
  const send = (field: 'max_tokens' | 'max_completion_tokens') =>
    http.request(completionsUrl(server.baseUrl), {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        ...(server.key ? { authorization: `Bearer ${server.key}` } : {}),
      },
      body: JSON.stringify(questionBody(server.model, question, field)),
      redirect: 'manual',
      timeoutMs,
      signal,
    });
  let response = await send('max_tokens');
  if (response.ok && wantsOtherField(response.value.status, response.value.text()))
    response = await send('max_completion_tokens');
  if (!response.ok)
    return err(
      response.error.kind === 'aborted' && signal.aborted
        ? { kind: 'timeout' }
        : problemOfFetch(response.error),
    );
  const { status, headers } = response.value;
  const problem = problemOfStatus(status, headers.get('retry-after'));
  if (problem) return err(problem);
  const body = response.value.json();
  if (!body.ok) return err({ kind: looksLikeHtml(response.value.text()) ? 'html' : 'not-json' });
  return readAnswer(body.value);
};

const looksLikeHtml = (text: string): boolean => /^\s*<(?:!doctype|html|head|body)/i.test(text);
