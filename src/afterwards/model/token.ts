import { createHmac, timingSafeEqual } from 'node:crypto';
import { parse, stringify } from 'uuid';

/** Which question a public page is for. */
export type Ticket = { readonly workspaceId: string; readonly askingId: string; readonly expiresAt: Date };

export const TOKEN_PURPOSE = 'afterwards:page';
/** Two ids of 16 bytes, seconds since 1970 in 4. */
const TICKET = 36;
const SIGNATURE = 16;
/** base64url of both. */
const LENGTH = Math.ceil(((TICKET + SIGNATURE) * 4) / 3);

/** Names a question to whoever holds it, and nothing else: signed (HMAC-SHA-256, first 128 bits), with its end inside. */
export const signTicket = ({ workspaceId, askingId, expiresAt }: Ticket, key: Buffer): string => {
  const ticket = Buffer.alloc(TICKET);
  ticket.set(parse(workspaceId), 0);
  ticket.set(parse(askingId), 16);
  ticket.writeUInt32BE(Math.floor(expiresAt.getTime() / 1000), 32);
  return Buffer.concat([ticket, signatureOf(ticket, key)]).toString('base64url');
};

/** Undefined for what none of the keys signed; whether it has expired is for the caller to see. */
export const openTicket = (token: string, keys: readonly Buffer[]): Ticket | undefined => {
  if (token.length !== LENGTH || !/^[\w-]+$/.test(token)) return undefined;
  const bytes = Buffer.from(token, 'base64url');
  const [ticket, signature] = [bytes.subarray(0, TICKET), bytes.subarray(TICKET)];
  if (signature.length !== SIGNATURE) return undefined;
  if (!keys.some((key) => timingSafeEqual(signatureOf(ticket, key), signature))) return undefined;
  return {
    workspaceId: stringify(ticket.subarray(0, 16)),
    askingId: stringify(ticket.subarray(16, 32)),
    expiresAt: new Date(ticket.readUInt32BE(32) * 1000),
  };
};

const signatureOf = (ticket: Buffer, key: Buffer): Buffer =>
  createHmac('sha256', key).update(ticket).digest().subarray(0, SIGNATURE);
