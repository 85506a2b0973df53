import { createHmac } from 'node:crypto';
import type { ChannelContext, Door, PushAnswer, PushRequest, PushVerdict } from '../contract.ts';
import { isSameSecret, isSignedWith } from '../doors/signatures.ts';
import { deletionPage } from './deletion-page.ts';
import { readSignedRequest } from './signed-request.ts';

type Judged = Pick<ChannelContext<unknown, unknown>, 'door' | 'pushState'> & {
  /** Of the company's app: the one that holds and, while it is being changed, the one before. */
  readonly appSecrets: readonly string[];
};

/** Below the door's address, for the two callbacks that an app has besides its webhook. */
export const DEAUTHORISE_PATH = 'deauthorise';
export const DELETION_PATH = 'data-deletion';

/**
 * Judges what comes to a door of Meta's: the handshake of a webhook, its signed notifications, and the two callbacks with a signed request.
 * https://developers.facebook.com/docs/graph-api/webhooks/getting-started
 */
export const acceptMeta = (judged: Judged, request: PushRequest): PushVerdict => {
  const { method, path } = request;
  if (path === '' && method === 'GET') return answer(handshake(judged.door, request.query));
  if (path === '' && method === 'POST') {
    return isSigned(judged.appSecrets, request) ? { kind: 'keep' } : answer({ status: 401 });
  }
  if (path === DEAUTHORISE_PATH && method === 'POST') return deauthorise(judged, request);
  if (path === DELETION_PATH && method === 'POST') return askDeletion(judged, request);
  if (path.startsWith(`${DELETION_PATH}/`) && method === 'GET')
    return answer(showDeletion(judged, path.slice(DELETION_PATH.length + 1)));
  return answer({ status: path === '' ? 405 : 404 });
};

const answer = (given: PushAnswer): PushVerdict => ({ kind: 'answer', answer: given });

/** The challenge is repeated to whoever knows the door's token. */
const handshake = (door: Door | undefined, query: PushRequest['query']): PushAnswer => {
  const tokens = door ? [door.token, ...door.earlierTokens] : [];
  const { 'hub.challenge': challenge = '', 'hub.verify_token': token } = query;
  const isKnown = tokens.map((one) => isSameSecret(token, one)).includes(true);
  const isSound = query['hub.mode'] === 'subscribe' && /^[\w.~-]{1,200}$/.test(challenge);
  return isKnown && isSound ? { status: 200, body: challenge } : { status: 403 };
};

/** Over the bytes as they came: Meta escapes letters with accents, and a body written anew has another signature. */
const isSigned = (appSecrets: readonly string[], { headers, rawBody }: PushRequest): boolean => {
  const header = headers['x-hub-signature-256'] ?? '';
  return (
    /^sha256=[0-9a-f]{64}$/i.test(header) &&
    isSignedWith(appSecrets, 'sha256', rawBody, header.slice('sha256='.length))
  );
};

const signedRequestOf = ({ appSecrets }: Judged, { headers, rawBody }: PushRequest) => {
  if (!/^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '')) return undefined;
  const form = new URLSearchParams(new TextDecoder().decode(rawBody));
  return readSignedRequest(form.get('signed_request') ?? '', appSecrets);
};

const deauthorise = (judged: Judged, request: PushRequest): PushVerdict => {
  const signed = signedRequestOf(judged, request);
  return signed ? { kind: 'keep', note: { deauthorise: signed.userId } } : answer({ status: 401 });
};

/** Kept and answered at once with where to look and a code, as the documentation asks; what is done about it comes after. */
const askDeletion = (judged: Judged, request: PushRequest): PushVerdict => {
  const signed = signedRequestOf(judged, request);
  if (!signed || !judged.door) return answer({ status: 401 });
  const code = confirmationCode(judged.door.token, signed.userId);
  const url = `${judged.door.url}/${DELETION_PATH}/${code}`;
  return {
    kind: 'keep',
    note: { deletion: signed.userId, code },
    answer: {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url, confirmation_code: code }),
    },
  };
};

/** The same for the same person, so that asking twice is one request; it tells nothing of who they are. */
const confirmationCode = (doorToken: string, userId: string): string =>
  createHmac('sha256', doorToken).update(`data deletion ${userId}`).digest('hex').slice(0, 24);

/** What `pushState` remembers of a request by. */
export const deletionName = (code: string): string => `deletion:${code}`;

const showDeletion = ({ pushState }: Judged, code: string): PushAnswer => {
  if (!/^[0-9a-f]{24}$/.test(code)) return { status: 404 };
  const at = pushState?.[deletionName(code)];
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'" },
    body: deletionPage(code, typeof at === 'string' ? at : undefined),
  };
};
