import type { MiddlewareHandler } from 'hono';
import type { Config } from '../config/config.ts';
import { type Problem, problemResponse } from './problem.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Refuses requests that change something when a browser says that they come from another site (a foreign `Origin`,
 * or `Sec-Fetch-Site` without an origin; Fetch Metadata, W3C). Programs send neither header and carry no cookies of
 * a person, so they pass.
 */
export const sameOriginOnly =
  (config: Pick<Config, 'baseUrl'>): MiddlewareHandler =>
  async (context, next) => {
    if (safeMethods.has(context.req.method)) return next();
    const origin = context.req.header('origin');
    const site = context.req.header('sec-fetch-site');
    const own = origin
      ? ownOrigins(config.baseUrl, context.req.url).includes(origin)
      : !site || site === 'same-origin' || site === 'none';
    return own ? next() : problemResponse(context, foreignOrigin);
  };

/**
 * The origins that are ours: what people type and, on this very machine, whichever of its names and ports was asked.
 * Names are checked, so that a foreign name pointed at loopback (DNS rebinding) is none of them.
 */
export const ownOrigins = (baseUrl: string, requestUrl: string | undefined): readonly string[] => {
  const [base, asked] = [new URL(baseUrl), requestUrl ? URL.parse(requestUrl) : null];
  const local = asked && loopbackNames.has(base.hostname) && loopbackNames.has(asked.hostname);
  return local ? [base.origin, asked.origin] : [base.origin];
};

export const foreignOrigin: Problem = {
  status: 403,
  code: 'foreign-origin',
  title: { it: 'Questa richiesta arriva da un altro sito.', en: 'This request comes from another site.' },
  detail: {
    it: 'Apri Passaparola al suo indirizzo e riprova.',
    en: 'Open Passaparola at its own address and try again.',
  },
};
