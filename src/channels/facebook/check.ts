import { z } from 'zod';
import { err, ok, type Result } from '../../platform/result.ts';
import { cleanLine } from '../clean-words.ts';
import type { ChannelProblem, Health, Words } from '../contract.ts';
import { pageGraph } from '../meta/facebook-login.ts';
import { callGraph } from '../meta/graph-call.ts';
import { inspectToken } from '../meta/inspect-token.ts';
import { subscribePage } from '../meta/subscribed.ts';
import { Id, maybe, webAddress } from '../meta/tolerant.ts';
import type { FacebookContext } from './receive.ts';

/** https://developers.facebook.com/docs/permissions ; which need a review: none for a page and an app of one's own business. */
export const facebookScopes = [
  'pages_show_list',
  'pages_read_engagement',
  'pages_read_user_content',
  'pages_manage_engagement',
  'pages_manage_metadata',
  'pages_messaging',
  'business_management',
];

/** Without these nothing can be read at all. */
const needed = ['pages_read_engagement', 'pages_read_user_content'];
const subscriptions = [
  'feed',
  'mention',
  'ratings',
  'messages',
  'message_echoes',
  'message_deliveries',
  'message_reads',
  'message_reactions',
];

const PageSchema = z.object({
  id: Id,
  name: maybe(z.string().max(500)),
  username: maybe(z.string().max(200)),
  link: maybe(z.string().max(4_000)),
});

export const checkFacebook = async (context: FacebookContext): Promise<Result<Health, ChannelProblem>> => {
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
  const page = await callGraph(
    graph,
    { path: 'me', params: { fields: 'id,name,username,link' } },
    PageSchema,
  );
  if (!page.ok) return err(page.error.problem);
  const subscribed = await subscribePage(graph, settings.clientId, subscriptions);
  const { id, name = '', username = '', link } = page.value.output;
  const url = webAddress(link);
  const { expiresAt } = token.value;
  return ok({
    account: {
      nativeId: id,
      ...(cleanLine(name) ? { name: cleanLine(name, 200) } : {}),
      ...(cleanLine(username) ? { handle: cleanLine(username, 100) } : {}),
      ...(url ? { url } : {}),
    },
    ...(expiresAt ? { expiresAt } : {}),
    notices: [
      ...(subscribed.ok ? [] : [notSubscribed]),
      ...(lacking(['pages_manage_engagement']).length > 0 ? [noAnswers] : []),
      ...(lacking(['pages_messaging']).length > 0 ? [noMessages] : []),
    ],
  });
};

const notSubscribed: Words = {
  it: 'Meta non ci avvisa di quello che succede sulla pagina: lo guardiamo noi ogni cinque minuti. Per gli avvisi serve il permesso pages_manage_metadata.',
  en: 'Meta does not tell us what happens on the page: we look every five minutes. For notices it takes the permission pages_manage_metadata.',
};

const noAnswers: Words = {
  it: 'Il permesso dato basta per leggere ma non per rispondere ai commenti: rifai l’accesso e concedi anche pages_manage_engagement.',
  en: 'The permission given is enough to read but not to answer comments: sign in again and allow pages_manage_engagement too.',
};

const noMessages: Words = {
  it: 'Senza il permesso pages_messaging i messaggi di Messenger non arrivano qui.',
  en: 'Without the permission pages_messaging the messages of Messenger do not arrive here.',
};
