import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import { grantEndsAt, missingScopes } from '../authorise-kit/index.ts';
import { cleanLine } from '../clean-words.ts';
import type { ChannelProblem, ContentLimits, Health, Words } from '../contract.ts';
import { clockSkewOf } from '../http-problem.ts';
import { openYoutube, PageSchema, YOUTUBE_SCOPES, type YoutubeContext } from './client.ts';
import { quotaNotice, spentToday } from './quota.ts';

const ChannelSchema = z.object({
  id: z.string().min(1),
  snippet: z.object({ title: z.string().catch(''), customUrl: z.string().optional().catch(undefined) }),
});

/** Which channel is ours, until when the permission holds, and what we have spent today. */
export const checkYoutube = async (context: YoutubeContext): Promise<Result<Health, ChannelProblem>> => {
  const mine = await openYoutube(context).call(
    'channels.list',
    { part: 'id,snippet', mine: 'true' },
    PageSchema,
  );
  if (!mine.ok) return err(mine.error.problem);
  const channel = mine.value.output.items.flatMap((one) => ChannelSchema.safeParse(one).data ?? [])[0];
  if (!channel) return err({ kind: 'forbidden', detail: 'this Google account has no YouTube channel' });
  const name = cleanLine(channel.snippet.title, 200);
  const handle = cleanLine(channel.snippet.customUrl ?? '', 100);
  const skew = clockSkewOf(mine.value.headers, context.clock);
  const expiresAt = grantEndsAt(context.secrets);
  return ok({
    account: {
      nativeId: channel.id,
      ...(name ? { name } : {}),
      ...(handle ? { handle } : {}),
      url: `https://www.youtube.com/channel/${encodeURIComponent(channel.id)}`,
    },
    ...(expiresAt ? { expiresAt } : {}),
    ...(skew === undefined ? {} : { clockSkewMs: skew }),
    notices: [
      ...(missingScopes(context.secrets, YOUTUBE_SCOPES).length > 0 ? [unticked] : []),
      quotaNotice(spentToday(context)),
    ],
  });
};

const unticked: Words = {
  it: 'Sulla pagina di Google manca una spunta: rifai l’accesso e lascia tutto selezionato, altrimenti non possiamo leggere né rispondere.',
  en: 'A box was left unticked on Google’s page: sign in again and leave everything selected, or we can neither read nor answer.',
};

/** YouTube tells no limit at run time, and its reference only that there is one (`commentTextTooLong`): 10,000 characters is common knowledge, not read there. */
export const youtubeLimits: ContentLimits = {
  text: { max: 10_000, unit: 'utf16' },
  media: { max: 0, maxBytes: 0, mimeTypes: [], altRequired: false, altMax: 0 },
  visibilities: [],
  contentWarning: false,
  subject: false,
};
