import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import { grantEndsAt } from '../authorise-kit/index.ts';
import { cleanLine } from '../clean-words.ts';
import type { ChannelProblem, ContentLimits, Health, Words } from '../contract.ts';
import { callGraph } from '../meta/graph-call.ts';
import { Id, maybe } from '../meta/tolerant.ts';
import { openThreads, type ThreadsContext } from './client.ts';

const MeSchema = z.object({
  id: Id,
  username: maybe(z.string().max(200)),
  name: maybe(z.string().max(500)),
});

const QuotaSchema = z.object({
  data: z
    .array(
      z.object({
        reply_quota_usage: z.number(),
        reply_config: z.object({ quota_total: z.number() }),
      }),
    )
    .min(1),
});

/** Who we are, how long the permission holds, and whether answers are left for today. */
export const checkThreads = async (context: ThreadsContext): Promise<Result<Health, ChannelProblem>> => {
  let { secrets } = context;
  const opened = await openThreads({
    ...context,
    keepSecrets: async (change) => {
      secrets = { ...secrets, ...change };
      await context.keepSecrets(change);
    },
  });
  if (!opened.ok) return opened;
  const me = await callGraph(opened.value, { path: 'me', params: { fields: 'id,username,name' } }, MeSchema);
  if (!me.ok) return err(me.error.problem);
  const { id, username = '', name = '' } = me.value.output;
  const quota = await callGraph(opened.value, quotaCall, QuotaSchema);
  const [today] = quota.ok ? quota.value.output.data : [];
  const isSpent = today !== undefined && today.reply_quota_usage >= today.reply_config.quota_total;
  const handle = cleanLine(username, 100);
  const { accessToken } = secrets;
  const expiresAt = accessToken ? grantEndsAt({ ...secrets, accessToken }) : undefined;
  return ok({
    account: {
      nativeId: id,
      ...(cleanLine(name) ? { name: cleanLine(name, 200) } : {}),
      ...(handle
        ? { handle: `@${handle}`, url: `https://www.threads.net/@${encodeURIComponent(handle)}` }
        : {}),
    },
    ...(expiresAt ? { expiresAt } : {}),
    notices: isSpent ? [quotaSpent] : [],
  });
};

/** https://developers.facebook.com/docs/threads/overview#rate-limits : 1,000 answers in 24 hours. */
const quotaCall = {
  path: 'me/threads_publishing_limit',
  params: { fields: 'reply_quota_usage,reply_config' },
};

const quotaSpent: Words = {
  it: 'Per oggi le risposte che Threads permette sono finite: quelle nuove partono domani.',
  en: 'The answers that Threads allows are used up for today: new ones leave tomorrow.',
};

/** 500 characters; an emoji counts as the bytes of it, which Threads judges itself. https://developers.facebook.com/docs/threads/posts , checked on 2026-11-22. */
export const threadsLimits: ContentLimits = {
  text: { max: 500, unit: 'utf16' },
  media: { max: 0, maxBytes: 0, mimeTypes: [], altRequired: false, altMax: 0 },
  visibilities: [],
  contentWarning: false,
  subject: false,
};
