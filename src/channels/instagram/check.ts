import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import { cleanLine } from '../clean-words.ts';
import type { ChannelProblem, Health, Words } from '../contract.ts';
import { pageGraph } from '../meta/facebook-login.ts';
import { callGraph } from '../meta/graph-call.ts';
import { inspectToken } from '../meta/inspect-token.ts';
import { subscribePage } from '../meta/subscribed.ts';
import { Id, maybe } from '../meta/tolerant.ts';
import type { InstagramContext } from './receive.ts';

/** https://developers.facebook.com/docs/permissions */
export const instagramScopes = [
  'instagram_basic',
  'instagram_manage_comments',
  'instagram_manage_messages',
  'pages_show_list',
  'pages_read_engagement',
  'pages_manage_metadata',
  'business_management',
];

const needed = ['instagram_basic', 'instagram_manage_comments'];

const LinkedSchema = z.object({
  instagram_business_account: maybe(
    z.object({ id: Id, username: maybe(z.string().max(200)), name: maybe(z.string().max(500)) }),
  ),
});

/** The professional account behind the page that gave its token. Messages of Instagram are told through the page's own subscription. */
export const checkInstagram = async (context: InstagramContext): Promise<Result<Health, ChannelProblem>> => {
  const { settings, secrets } = context;
  const graph = pageGraph(context);
  const token = await inspectToken(graph, {
    clientId: settings.clientId,
    clientSecret: secrets.clientSecret,
  });
  if (!token.ok) return token;
  const lacking = (names: readonly string[]) => names.filter((scope) => !token.value.scopes.includes(scope));
  const missing = lacking(needed);
  if (missing.length > 0)
    return err({
      kind: 'forbidden',
      detail: `the permission lacks ${missing.join(', ')}: join again and tick them`,
    });
  const call = { path: 'me', params: { fields: 'instagram_business_account{id,username,name}' } };
  const page = await callGraph(graph, call, LinkedSchema);
  if (!page.ok) return err(page.error.problem);
  const linked = page.value.output.instagram_business_account;
  if (!linked)
    return err({
      kind: 'misconfigured',
      field: 'page',
      detail: 'no professional account is linked to this page',
    });
  const subscribed = await subscribePage(graph, settings.clientId, ['messages', 'feed']);
  const username = cleanLine(linked.username ?? '', 100);
  const name = cleanLine(linked.name ?? '', 200);
  const { expiresAt } = token.value;
  return ok({
    account: {
      nativeId: linked.id,
      ...(name ? { name } : {}),
      ...(username
        ? { handle: `@${username}`, url: `https://www.instagram.com/${encodeURIComponent(username)}/` }
        : {}),
    },
    ...(expiresAt ? { expiresAt } : {}),
    notices: [
      ...(subscribed.ok ? [] : [notSubscribed]),
      ...(lacking(['instagram_manage_messages']).length > 0 ? [noMessages] : []),
    ],
  });
};

const notSubscribed: Words = {
  it: 'Meta non ci avvisa di quello che succede: lo guardiamo noi ogni cinque minuti, e le menzioni nei commenti altrui non arrivano. Per gli avvisi serve il permesso pages_manage_metadata.',
  en: 'Meta does not tell us what happens: we look every five minutes, and mentions in others’ comments do not arrive. For notices it takes the permission pages_manage_metadata.',
};

const noMessages: Words = {
  it: 'Senza il permesso instagram_manage_messages i messaggi privati non arrivano qui.',
  en: 'Without the permission instagram_manage_messages private messages do not arrive here.',
};
