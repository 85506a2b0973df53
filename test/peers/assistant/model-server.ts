import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the model says, or how the server fails. */
export type Turn =
  | {
      readonly say: string;
      readonly finish?: string;
      readonly usage?: unknown;
      /** Until then it thinks. */
      readonly hold?: Promise<void>;
    }
  | { readonly status: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> }
  | 'half-a-body'
  | 'html'
  | 'never'
  | 'drip'
  | 'fifty-megabytes'
  | 'not-json'
  | 'other-json'
  | 'reset'
  | 'only-new-field';

type Asked = {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly raw: string;
};

export type ModelServer = {
  /** For example http://127.0.0.1:43567/v1 */
  readonly baseUrl: string;
  readonly asked: readonly Asked[];
  /** Requests that are being answered at this moment, and the most that there have been. */
  readonly most: () => number;
  /** Answers so from now on; a function sees what was asked. */
  answer(turn: Turn | ((asked: Asked) => Turn)): void;
  forget(): void;
  stop(): Promise<void>;
};

/** A language model's server on a free loopback port: the chat completions protocol, with the key, the model and the failures of real ones. */
export const startModelServer = async (key: string, model: string): Promise<ModelServer> => {
  const asked: Asked[] = [];
  let turn: Turn | ((one: Asked) => Turn) = { say: 'pronto' };
  let [now, most] = [0, 0];
  const server = createServer(async (request, response) => {
    now += 1;
    most = Math.max(most, now);
    response.once('close', () => {
      now -= 1;
    });
    response.on('error', () => undefined);
    const one = await readAsked(request);
    asked.push(one);
    if (request.method !== 'POST' || one.path !== '/v1/chat/completions')
      return fail(response, 404, 'not_found');
    if (one.authorization !== `Bearer ${key}`) return fail(response, 401, 'invalid_api_key');
    if (one.model !== model) return fail(response, 404, 'model_not_found');
    act(response, typeof turn === 'function' ? turn(one) : turn, one);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    asked,
    most: () => most,
    answer: (next) => {
      turn = next;
    },
    forget: () => {
      asked.length = 0;
      most = 0;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const readAsked = async (request: IncomingMessage): Promise<Asked> => {
  let raw = '';
  for await (const chunk of request) raw += chunk;
  const body = JSON.parse(raw || '{}') as Pick<Asked, 'model' | 'messages'>;
  return { path: request.url ?? '', authorization: request.headers.authorization, raw, ...body };
};

const json = (response: ServerResponse, status: number, value: unknown, headers = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
};

const fail = (response: ServerResponse, status: number, code: string): void =>
  json(response, status, { error: { message: `failed: ${code}`, type: 'invalid_request_error', code } });

const completion = (content: string, finish = 'stop', usage: unknown = undefined) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: finish }],
  usage: usage === undefined ? { prompt_tokens: 1_000, completion_tokens: 200, total_tokens: 1_200 } : usage,
});

const act = (response: ServerResponse, turn: Turn, one: Asked): void => {
  if (typeof turn === 'object') {
    if ('say' in turn) {
      void (turn.hold ?? Promise.resolve()).then(() =>
        json(response, 200, completion(turn.say, turn.finish, turn.usage)),
      );
      return;
    }
    response.writeHead(turn.status, { 'content-type': 'application/json', ...turn.headers });
    response.end(turn.body ?? '{"error":{"message":"no"}}');
    return;
  }
  misbehaviours[turn](response, one);
};

const OK = { 'content-type': 'application/json' };

const misbehaviours: Readonly<Record<Extract<Turn, string>, (response: ServerResponse, one: Asked) => void>> =
  {
    'half-a-body': (response) => {
      const whole = JSON.stringify(completion('Una risposta'));
      response.writeHead(200, { ...OK, 'content-length': String(whole.length) });
      response.write(whole.slice(0, 40), () => response.destroy());
    },
    html: (response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Benvenuti</title>');
    },
    never: () => undefined,
    drip: (response) => {
      response.writeHead(200, OK);
      const timer = setInterval(() => response.write(' '), 100);
      response.once('close', () => clearInterval(timer));
    },
    'fifty-megabytes': (response) => {
      response.writeHead(200, OK);
      let left = 50;
      const more = (): void => {
        while (left > 0 && !response.destroyed) {
          left -= 1;
          if (!response.write(' '.repeat(1_000_000))) {
            response.once('drain', more);
            return;
          }
        }
        response.end();
      };
      more();
    },
    'not-json': (response) => {
      response.writeHead(200, OK).end('{"choices": [');
    },
    'other-json': (response) => json(response, 200, { models: ['uno', 'due'] }),
    reset: (response) => response.socket?.resetAndDestroy(),
    'only-new-field': (response, one) =>
      one.raw.includes('"max_tokens"')
        ? json(response, 400, {
            error: {
              message: "Unsupported parameter: use 'max_completion_tokens' instead.",
              param: 'max_tokens',
            },
          })
        : json(response, 200, completion('pronto')),
  };
