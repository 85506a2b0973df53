import { ok, type Result } from '../../platform/result.ts';
import type { ChannelProblem, Json, PushDelivery, PushReading } from '../contract.ts';
import { answerCallback } from '../meta/answer-callback.ts';
import { parseJson } from '../meta/tolerant.ts';
import type { WhatsappContext } from './client.ts';
import { StatusSchema, WebhookSchema } from './documents.ts';
import { partsOf, WHATSAPP_TYPE } from './read-raw.ts';

/** What `pushState` remembers of a message of ours by. */
export const sentName = (opKey: string): string => `sent:${opKey}`;

/** Longer than the core looks for what it is unsure of (an hour), with room for late notices. */
const REMEMBER_MS = 6 * 3_600_000;

/** A notification that `accept` found to be Meta's. What we said of our own messages when we sent them is noted, for `settle`. */
export const takeWhatsapp = async (
  context: WhatsappContext,
  delivery: PushDelivery,
): Promise<Result<PushReading, ChannelProblem>> => {
  const callback = await answerCallback(
    {
      clock: context.clock,
      ...(context.keepPushState ? { keepPushState: context.keepPushState } : {}),
      contentType: WHATSAPP_TYPE,
      // A system user is nobody whose permission could be taken back this way.
      grantedBy: undefined,
      forgetGrant: async () => {},
    },
    delivery,
  );
  if (callback) return ok({ items: callback });
  const document = parseJson(new TextDecoder().decode(delivery.rawBody));
  if (!WebhookSchema.safeParse(document).success) return ok({ items: [], refusal: 'not-a-notification' });
  await rememberSent(context, document);
  return ok({ items: partsOf(document, { phoneNumberId: context.settings.phoneNumberId }) });
};

const rememberSent = async (context: WhatsappContext, document: unknown): Promise<void> => {
  const webhook = WebhookSchema.parse(document);
  const statuses = webhook.entry
    .flatMap(({ changes }) => changes.flatMap(({ value }) => value.statuses))
    .flatMap((status) => StatusSchema.safeParse(status).data ?? []);
  const now = context.clock.now().getTime();
  const change: Record<string, Json> = {};
  for (const { id, biz_opaque_callback_data: opKey } of statuses) {
    if (opKey && !context.pushState?.[sentName(opKey)]) change[sentName(opKey)] = { id, at: now };
  }
  if (Object.keys(change).length === 0) return;
  for (const [name, value] of Object.entries(context.pushState ?? {})) {
    const at = (value as { at?: unknown } | null)?.at;
    if (name.startsWith('sent:') && typeof at === 'number' && now - at > REMEMBER_MS) change[name] = null;
  }
  await context.keepPushState?.(change);
};
