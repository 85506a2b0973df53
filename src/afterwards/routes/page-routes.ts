import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { clientAddress } from '../../platform/http/client-address.ts';
import type { Platform } from '../../platform/platform.ts';
import { answerPage, type PageFailure, readPage } from '../actions/answer-page.ts';
import { pagePath } from '../actions/send-asking.ts';
import { createLimiter } from '../model/limiter.ts';
import { drawEnd, drawQuestion, styleHash } from '../page/draw.ts';
import type { PageLanguage } from '../page/words.ts';

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src '${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

/** Bytes: a choice and a thousand characters, encoded. */
const LARGEST = 16_000;
const MINUTE_MS = 60_000;

/**
 * The page of a question, for whoever holds its address: ahead of every guard, since it asks nobody who they are and sets no cookie. It
 * works without script. Looking changes nothing: mail scanners open every link.
 */
export const pageRoutes = (platform: Platform) => {
  const router = new Hono();
  const looks = createLimiter({ turns: 120, windowMs: MINUTE_MS });
  const answers = createLimiter({ turns: 20, windowMs: MINUTE_MS });
  const who = (context: Context): string => clientAddress(context, platform.config) ?? 'nobody';
  for (const language of ['it', 'en'] as const) {
    const path = pagePath(language);
    const other = pagePath(language === 'it' ? 'en' : 'it');
    router.get(`${path}/:token`, async (context) => {
      if (!looks(who(context), platform.clock.now())) return end(context, language, 'slower', 429);
      const token = context.req.param('token');
      const view = await readPage(platform, token);
      if (typeof view === 'string') return ended(context, language, view);
      const otherAddress = `${other}/${token}`;
      return context.body(drawQuestion(view, { language, otherAddress }), 200, headers);
    });
    router.post(
      `${path}/:token`,
      bodyLimit({ maxSize: LARGEST, onError: (context) => end(context, language, 'unknown', 413) }),
      async (context) => {
        if (!answers(who(context), platform.clock.now())) return end(context, language, 'slower', 429);
        const token = context.req.param('token');
        const given = await formOf(context);
        const kept = await answerPage(platform, token, given);
        if (kept === 'unknown' || kept === 'expired') return ended(context, language, kept);
        const view = await readPage(platform, token);
        if (typeof view === 'string') return ended(context, language, view);
        const note = kept;
        const shown = note === 'no-choice' ? { ...view, words: given.words.slice(0, 1_000) } : view;
        const status = kept === 'kept' ? 200 : kept === 'enough' ? 409 : 422;
        return context.body(
          drawQuestion(shown, { language, otherAddress: `${other}/${token}`, note }),
          status,
          headers,
        );
      },
    );
  }
  return router;
};

const formOf = async (context: Context): Promise<{ readonly score: number; readonly words: string }> => {
  const form = new URLSearchParams(await context.req.text());
  return { score: Number(form.get('score') ?? Number.NaN), words: form.get('words') ?? '' };
};

const ended = (context: Context, language: PageLanguage, why: PageFailure) =>
  end(context, language, why === 'expired' ? 'expired' : 'unknown', why === 'expired' ? 410 : 404);

const end = (
  context: Context,
  language: PageLanguage,
  why: 'expired' | 'unknown' | 'slower',
  status: 404 | 410 | 413 | 429,
) => context.body(drawEnd(language, why), status, headers);
