import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Config } from '../config/config.ts';

/**
 * The IP address that a request comes from; undefined when the request did not come by a socket. Behind our own proxy
 * (`trustProxy`) it is the last entry of `X-Forwarded-For`, the one that the proxy itself wrote; what a caller wrote
 * before it, or without a proxy, is never believed.
 */
export const clientAddress = (context: Context, config: Pick<Config, 'trustProxy'>): string | undefined => {
  const forwarded = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (config.trustProxy && forwarded) return forwarded;
  try {
    return getConnInfo(context).remote.address;
  } catch {
    return undefined;
  }
};
