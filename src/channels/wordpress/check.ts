import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import { htmlToText } from '../../platform/text/index.ts';
import { cleanLine } from '../clean-words.ts';
import type { ChannelProblem, Health, Words } from '../contract.ts';
import { clockSkewOf } from '../http-problem.ts';
import { callApi, type WordPressContext } from './call-api.ts';

const MeSchema = z.object({
  id: z.number().int().min(1),
  name: z.string().catch(''),
  slug: z.string().catch(''),
  link: z.string().catch(''),
  capabilities: z.record(z.string(), z.unknown()).catch({}),
});

const IndexSchema = z.object({ name: z.string().catch('') });

/** Signs in and says what this user may do with comments (https://developer.wordpress.org/rest-api/reference/users/#retrieve-a-user-2). */
export const checkWordPress = async (context: WordPressContext): Promise<Result<Health, ChannelProblem>> => {
  const answer = await callApi(context, '/wp/v2/users/me', { query: { context: 'edit' } });
  if (!answer.ok) return err(answer.error.problem);
  const me = MeSchema.safeParse(answer.value.json).data;
  if (!me)
    return err({ kind: 'misconfigured', field: 'site', detail: 'no WordPress REST API answers there' });
  const index = await callApi(context, '/', { query: { _fields: 'name' } });
  const name = index.ok ? IndexSchema.safeParse(index.value.json).data?.name : undefined;
  const clockSkewMs = clockSkewOf(answer.value.response.headers, context.clock);
  const mayModerate = me.capabilities.moderate_comments === true;
  return ok({
    account: {
      nativeId: `${new URL(context.settings.site).host}/user/${me.id}`,
      name: cleanLine(htmlToText(name ?? me.name), 200),
      ...(me.slug ? { handle: me.slug } : {}),
      url: context.settings.site,
    },
    ...(clockSkewMs === undefined ? {} : { clockSkewMs }),
    notices: [mayModerate ? moderates : readsOnly],
  });
};

/** Our own user's number, as the check found it. */
export const ownNumber = ({ account }: Pick<WordPressContext, 'account'>): string =>
  /\/user\/(\d+)$/.exec(account?.nativeId ?? '')?.[1] ?? '';

const moderates: Words = {
  it: 'Questo utente legge tutti i commenti, anche quelli da approvare, e può approvarli o rifiutarli.',
  en: 'This user reads all comments, also those to be approved, and may approve or refuse them.',
};

const readsOnly: Words = {
  it: 'Questo utente vede solo i commenti già pubblicati e non può approvarli: per moderare da qui serve il ruolo di Editore.',
  en: 'This user sees only the comments that are public already and cannot approve them: to moderate from here it needs the role of Editor.',
};
