import { type Answer, type Asked, json } from '../authorization-server.ts';
import { serveVendor } from '../serve.ts';

/**
 * SIMULATED, written from https://core.telegram.org/bots/api (10.1, read 2026-11-22), never from Telegram itself. Each refusal names the
 * section that it rests on; texts of errors are those that the Bot API server is known to answer, and may change there.
 */
export type TelegramServer = {
  readonly origin: string;
  readonly token: string;
  /** "method" of each call, in order. */
  readonly asked: string[];
  readonly sent: Message[];
  readonly webhook: { url: string; secret: string };
  /** Something happens: kept for whoever asks, or brought to the webhook. */
  happen(update: Readonly<Record<string, unknown>>): Promise<void>;
  /** What a webhook answered last; 0 before the first. */
  readonly lastAnswer: () => number;
  change(change: Partial<Behaviour>): void;
  close(): Promise<void>;
};

type Message = { readonly message_id: number; readonly chat: { readonly id: number }; date: number } & Record<
  string,
  unknown
>;

type Behaviour = {
  /** Seconds to wait that the next call is told; taken back after one refusal. */
  busyS: number;
  blockedBy: ReadonlySet<number>;
  moved: Readonly<Record<string, number>>;
  /** A send is done, and the answer never comes. */
  cutsAfterSending: boolean;
  /** The webhook cannot be reached from there. */
  cannotReach: boolean;
};

const refuse = (code: number, description: string, parameters?: object): Answer =>
  // #making-requests: `ok` false, `error_code`, `description`, perhaps `parameters`.
  json(code, { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) });
const accept = (result: unknown): Answer => json(200, { ok: true, result });

const allowedByDefault = [
  'message',
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'my_chat_member',
];

export const startTelegramServer = async ({
  chats,
  isLocal = true,
  now = Date.now,
  token = '123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11',
}: {
  readonly chats: Readonly<Record<string, object>>;
  /** A server of one's own takes webhooks by http, at any address and port (#using-a-local-bot-api-server). */
  readonly isLocal?: boolean;
  readonly now?: () => number;
  readonly token?: string;
}): Promise<TelegramServer> => {
  const asked: string[] = [];
  const sent: Message[] = [];
  const waiting: { readonly update_id: number; readonly [part: string]: unknown }[] = [];
  const known = new Map<string, Set<number>>();
  const webhook = { url: '', secret: '' };
  let wanted: readonly string[] = allowedByDefault;
  let behaviour: Behaviour = {
    busyS: 0,
    blockedBy: new Set(),
    moved: {},
    cutsAfterSending: false,
    cannotReach: false,
  };
  let lastUpdate = 700_000_000;
  let lastAnswer = 0;
  let lastErrorDate: number | undefined;

  const deliver = async (): Promise<void> => {
    while (webhook.url !== '' && waiting[0]) {
      const [update] = waiting;
      // #setwebhook: an HTTPS POST request with a JSON-serialised update and the secret token in a header.
      const answered = behaviour.cannotReach
        ? undefined
        : await fetch(webhook.url, {
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              'x-telegram-bot-api-secret-token': webhook.secret,
            },
            body: JSON.stringify(update),
          }).catch(() => undefined);
      lastAnswer = answered?.status ?? 0;
      // "In case of an unsuccessful request (a status code different from 2XY), we will repeat the request."
      if (!answered?.ok) {
        lastErrorDate = Math.floor(now() / 1_000);
        return;
      }
      waiting.shift();
    }
  };

  const setWebhook = (body: Readonly<Record<string, unknown>>): Answer => {
    const url = URL.parse(String(body.url ?? ''));
    if (!url) return refuse(400, 'Bad Request: bad webhook: invalid webhook URL specified');
    if (!isLocal && url.protocol !== 'https:')
      return refuse(400, 'Bad Request: bad webhook: an HTTPS URL must be provided for webhook');
    // Notes of #setwebhook: "Ports currently supported for webhooks: 443, 80, 88, 8443."
    if (!isLocal && !['', '80', '88', '8443'].includes(url.port))
      return refuse(400, 'Bad Request: bad webhook: webhook can be set up only on ports 80, 88, 443 or 8443');
    // `secret_token`: "1-256 characters. Only characters A-Z, a-z, 0-9, _ and - are allowed."
    if (body.secret_token !== undefined && !/^[\w-]{1,256}$/.test(String(body.secret_token)))
      return refuse(400, 'Bad Request: secret token contains unallowed characters');
    if (Array.isArray(body.allowed_updates)) wanted = body.allowed_updates.map(String);
    Object.assign(webhook, { url: url.href, secret: String(body.secret_token ?? '') });
    void deliver();
    return accept(true);
  };

  const getUpdates = (body: Readonly<Record<string, unknown>>): Answer => {
    // Notes of #getupdates: "This method will not work if an outgoing webhook is set up."
    if (webhook.url !== '')
      return refuse(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    if (Array.isArray(body.allowed_updates)) wanted = body.allowed_updates.map(String);
    const offset = Number(body.offset ?? 0);
    // `offset`: "All updates with update_id less than or equal to offset will be forgotten": those before it are confirmed.
    while (waiting[0] && offset > 0 && waiting[0].update_id < offset) waiting.shift();
    return accept(waiting.slice(0, Math.min(100, Number(body.limit ?? 100))));
  };

  const chatOf = (id: unknown): { readonly id: number } | Answer => {
    const chat = chats[String(id)] as { readonly id: number } | undefined;
    if (!chat) return refuse(400, 'Bad Request: chat not found');
    const moved = behaviour.moved[String(id)];
    // #responseparameters: the group has been migrated to a supergroup with the specified identifier.
    if (moved !== undefined)
      return refuse(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: moved,
      });
    if (behaviour.blockedBy.has(chat.id)) return refuse(403, 'Forbidden: bot was blocked by the user');
    return chat;
  };

  const post = (
    body: Readonly<Record<string, unknown>>,
    parts: Readonly<Record<string, unknown>>,
  ): Answer => {
    const chat = chatOf(body.chat_id);
    if ('status' in chat) return chat;
    const reply = body.reply_parameters as
      | { readonly message_id?: number; readonly allow_sending_without_reply?: boolean }
      | undefined;
    const isThere = reply && known.get(String(chat.id))?.has(Number(reply.message_id));
    // #replyparameters: `allow_sending_without_reply`.
    if (reply && !isThere && !reply.allow_sending_without_reply)
      return refuse(400, 'Bad Request: message to be replied not found');
    const message: Message = {
      message_id: 9_000 + sent.length,
      from: { id: 123_456, is_bot: true, first_name: 'Cantina', username: 'cantina_prova_bot' },
      chat,
      date: Math.floor(Date.now() / 1_000),
      ...parts,
      ...(isThere
        ? { reply_to_message: { message_id: reply.message_id, chat, date: 1, text: 'prima' } }
        : {}),
    };
    sent.push(message);
    remember(message);
    return accept(message);
  };

  const remember = ({ chat, message_id }: { chat: { id: number }; message_id: number }): void => {
    const ids = known.get(String(chat.id)) ?? new Set();
    known.set(String(chat.id), ids.add(message_id));
  };

  const methods: Readonly<
    Record<string, (body: Readonly<Record<string, unknown>>) => Answer | Promise<Answer>>
  > = {
    getMe: () =>
      accept({
        ...{ id: 123_456, is_bot: true, first_name: 'Cantina', username: 'cantina_prova_bot' },
        ...{ can_join_groups: true, can_read_all_group_messages: false },
      }),
    getChat: (body) => {
      const chat = chatOf(body.chat_id);
      return 'status' in chat ? chat : accept(chat);
    },
    setWebhook,
    deleteWebhook: () => {
      Object.assign(webhook, { url: '', secret: '' });
      return accept(true);
    },
    getWebhookInfo: async () => {
      // It tries again all the while.
      await deliver();
      return accept({
        url: webhook.url,
        has_custom_certificate: false,
        pending_update_count: waiting.length,
        ...(lastErrorDate === undefined ? {} : { last_error_date: lastErrorDate }),
      });
    },
    getUpdates,
    sendMessage: (body) => {
      const text = String(body.text ?? '');
      // #sendmessage `text`: "1-4096 characters after entities parsing".
      if (text.trim() === '') return refuse(400, 'Bad Request: message text is empty');
      if (text.length > 4_096) return refuse(400, 'Bad Request: message is too long');
      return post(body, { text });
    },
    sendPhoto: (body) => {
      // #sendphoto `caption`: "0-1024 characters after entities parsing"; `photo` is a file, an id or an address.
      if (String(body.caption ?? '').length > 1_024)
        return refuse(400, 'Bad Request: message caption is too long');
      if (!(body.photo instanceof Blob)) return refuse(400, 'Bad Request: there is no photo in the request');
      return post(body, {
        caption: body.caption,
        photo: [{ file_unique_id: 'p', file_size: body.photo.size }],
      });
    },
    sendMediaGroup: (body) => {
      const media = body.media as readonly { readonly media: string; readonly caption?: string }[];
      // #sendmediagroup `media`: "must include 2-10 items".
      if (!Array.isArray(media) || media.length < 2 || media.length > 10)
        return refuse(400, 'Bad Request: group of 2-10 items expected');
      const isWhole = media.every((one) => body[one.media.replace('attach://', '')] instanceof Blob);
      if (!isWhole) return refuse(400, 'Bad Request: wrong file identifier/HTTP URL specified');
      const said = post(body, { caption: media[0]?.caption, media_group_id: '1', photo: [{ file_size: 1 }] });
      return said.status === 200 ? accept([sent.at(-1)]) : said;
    },
    deleteMessage: (body) => {
      const at = sent.findIndex(
        (one) => String(one.chat.id) === String(body.chat_id) && one.message_id === Number(body.message_id),
      );
      const found = sent[at];
      if (!found) return refuse(400, 'Bad Request: message to delete not found');
      // #deletemessage: "A message can only be deleted if it was sent less than 48 hours ago."
      if (Date.now() / 1_000 - found.date > 48 * 3_600)
        return refuse(400, "Bad Request: message can't be deleted");
      sent.splice(at, 1);
      return accept(true);
    },
  };

  const answer = async (request: Asked): Promise<Answer> => {
    const [, given, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url.pathname) ?? [];
    // #authorizing-your-bot: each bot is given a unique authentication token.
    if (given !== token) return refuse(401, 'Unauthorized');
    asked.push(method);
    if (behaviour.busyS > 0) {
      const retry_after = behaviour.busyS;
      behaviour = { ...behaviour, busyS: 0 };
      // #responseparameters: the number of seconds left to wait before the request can be repeated.
      return refuse(429, `Too Many Requests: retry after ${retry_after}`, { retry_after });
    }
    const run = methods[method];
    if (!run) return refuse(404, 'Not Found: method not found');
    const said = await run(await read(request));
    const isSending = method.startsWith('send');
    return isSending && behaviour.cutsAfterSending ? { status: 502, body: 'Bad Gateway' } : said;
  };

  const server = await serveVendor(answer);
  return {
    origin: server.origin,
    token,
    asked,
    sent,
    webhook,
    happen: async (update) => {
      const [kind = '', part] = Object.entries(update)[0] ?? [];
      if (!wanted.includes(kind)) return;
      lastUpdate += 1;
      waiting.push({ update_id: lastUpdate, ...update });
      if (part && typeof part === 'object' && 'message_id' in part) remember(part as Message);
      await deliver();
    },
    lastAnswer: () => lastAnswer,
    change: (change) => {
      behaviour = { ...behaviour, ...change };
      if (change.cannotReach === false) void deliver();
    },
    close: server.close,
  };
};

/** #making-requests: JSON, or a form (with files) whose other fields are JSON where they are no text. */
const read = async ({ body, headers }: Asked): Promise<Readonly<Record<string, unknown>>> => {
  const type = headers['content-type'] ?? '';
  if (type.startsWith('application/json')) return JSON.parse(body) as Record<string, unknown>;
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  return Object.fromEntries(
    [...form].map(([name, value]) => [
      name,
      typeof value === 'string' && /^[[{]/.test(value) ? JSON.parse(value) : value,
    ]),
  );
};
