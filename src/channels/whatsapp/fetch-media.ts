import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem, FetchedMedia } from '../contract.ts';
import { problemOfFetch } from '../http-problem.ts';
import { callGraph } from '../meta/graph-call.ts';
import { maybe } from '../meta/tolerant.ts';
import { graphOf, type WhatsappContext } from './client.ts';

const MediaSchema = z.object({
  url: z.url().max(4_000),
  mime_type: z.string().max(200),
  file_size: maybe(z.coerce.number()),
});

/**
 * A picture, sound or document of a message: its id gives an address that holds for five minutes and wants our token too. The token goes
 * nowhere but to Meta's own hosts (or to where the company has put the API), and no further when that sends on.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media#retrieve-media-url
 */
export const fetchWhatsappMedia = async (
  context: WhatsappContext,
  key: string,
  limits: { readonly maxBytes: number; readonly timeoutMs: number },
): Promise<Result<FetchedMedia, ChannelProblem>> => {
  if (!/^\d{1,40}$/.test(key)) return err({ kind: 'not-found', detail: 'no id of a medium' });
  const params = { phone_number_id: context.settings.phoneNumberId };
  const told = await callGraph(graphOf(context), { path: key, params }, MediaSchema);
  if (!told.ok) return err(told.error.problem);
  const { url, mime_type: mimeType, file_size: size } = told.value.output;
  if (!isTheirs(url, context.settings.apiUrl))
    return err({ kind: 'blocked-address', detail: 'the address of the medium is not of Meta' });
  if (size !== undefined && size > limits.maxBytes)
    return err({ kind: 'too-large', detail: `${size} bytes` });
  const headers = { authorization: `Bearer ${context.secrets.accessToken}` };
  const answer = await context.http.request(url, { ...limits, headers, redirect: 'manual' });
  if (!answer.ok) return err(problemOfFetch(answer.error));
  if (answer.value.status !== 200)
    return err({ kind: 'not-found', detail: `the medium answers ${answer.value.status}` });
  return ok({ bytes: answer.value.bytes(), mimeType });
};

const isTheirs = (address: string, apiUrl: string): boolean => {
  const url = new URL(address);
  if (url.origin === new URL(apiUrl).origin) return true;
  return (
    url.protocol === 'https:' && /(?:^|\.)(?:fbsbx\.com|facebook\.com|whatsapp\.net)$/.test(url.hostname)
  );
};
