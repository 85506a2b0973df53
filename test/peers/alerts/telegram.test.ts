/**
 * A simulated Telegram, not the real one: it refuses what core.telegram.org/bots/api says that it refuses (wrong token 401, unknown
 * method 404, no chat 400, too long 400, too fast 429), and answers in its shapes.
 */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChat, readBotName, sendTelegram } from '../../../src/alerts/actions/telegram.ts';
import { createGuardedFetch } from '../../../src/platform/fetch/index.ts';

const TOKEN = '123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11';
const CHAT = 42_000_000_001;

type Answer = { readonly status: number; readonly body: object };

const refuse = (error_code: number, description: string, parameters?: object): Answer => ({
  status: error_code,
  body: { ok: false, error_code, description, ...(parameters ? { parameters } : {}) },
});
const accept = (result: unknown): Answer => ({ status: 200, body: { ok: true, result } });

const sent: { chat_id: string; text: string }[] = [];
let isBusy = false;

const answerTo = (path: string, body: Record<string, unknown>): Answer => {
  const [, token, method] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? [];
  if (token !== TOKEN) return refuse(401, 'Unauthorized');
  if (isBusy) return refuse(429, 'Too Many Requests: retry after 7', { retry_after: 7 });
  if (method === 'getMe')
    return accept({ id: 123_456, is_bot: true, first_name: 'Prova', username: 'prova_bot' });
  if (method === 'getUpdates')
    return accept([
      {
        update_id: 1,
        message: { message_id: 1, date: 1, text: '/start altro', chat: { id: 7, type: 'private' } },
      },
      {
        update_id: 2,
        message: { message_id: 2, date: 1, text: '/start codice', chat: { id: -5, type: 'group' } },
      },
      {
        update_id: 3,
        message: { message_id: 3, date: 1, text: '/start codice', chat: { id: CHAT, type: 'private' } },
      },
    ]);
  if (method !== 'sendMessage') return refuse(404, 'Not Found');
  const text = String(body.text ?? '');
  if (text === '') return refuse(400, 'Bad Request: message text is empty');
  if (text.length > 4_096) return refuse(400, 'Bad Request: message is too long');
  if (String(body.chat_id) !== String(CHAT)) return refuse(400, 'Bad Request: chat not found');
  sent.push({ chat_id: String(body.chat_id), text });
  return accept({ message_id: sent.length, date: 1, chat: { id: CHAT, type: 'private' }, text });
};

const server = http.createServer((request, response) => {
  let text = '';
  request.on('data', (part) => {
    text += part;
  });
  request.on('end', () => {
    const isJson = request.headers['content-type'] === 'application/json' && request.method === 'POST';
    const { status, body } = isJson
      ? answerTo(request.url ?? '', JSON.parse(text))
      : refuse(400, 'Bad Request: JSON by POST, please');
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
});

const guarded = createGuardedFetch({ allowPrivateAddresses: ['127.0.0.1'], userAgent: 'test' });
let api = '';
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await guarded.close();
  server.close();
});

const bot = (token = TOKEN) => ({ http: guarded, api, token });

describe('Telegram, simulated', () => {
  it('says what a bot is called, and refuses a token that is none', async () => {
    expect(await readBotName(bot())).toEqual({ ok: true, value: 'prova_bot' });
    expect(await readBotName(bot('123456:xxxxxxxxxxxxxxxxxxxxxxxxx'))).toEqual({
      ok: false,
      error: { kind: 'refused', status: 401 },
    });
  });

  it('tells where somebody wrote their own code, in private and to nobody else', async () => {
    expect(await findChat(bot(), 'codice')).toEqual({ ok: true, value: String(CHAT) });
    expect(await findChat(bot(), 'indovinato')).toEqual({ ok: true, value: null });
  });

  it('takes a message however long it was, to the conversation alone', async () => {
    expect((await sendTelegram(bot(), String(CHAT), 'parole '.repeat(2_000))).ok).toBe(true);
    expect(sent.at(-1)?.text.length).toBeLessThanOrEqual(4_096);
    expect(await sendTelegram(bot(), '99', 'Ciao')).toEqual({
      ok: false,
      error: { kind: 'refused', status: 400 },
    });
  });

  it('asks to wait, and is waited for', async () => {
    isBusy = true;
    expect(await sendTelegram(bot(), String(CHAT), 'Ciao')).toEqual({
      ok: false,
      error: { kind: 'busy', retryAfterS: 7 },
    });
    isBusy = false;
  });
});
