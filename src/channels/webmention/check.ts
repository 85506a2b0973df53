import { err, ok, type Result } from '../../platform/result.ts';
import { cleanLine } from '../clean-words.ts';
import type { ChannelContext, ChannelProblem, Health, Words } from '../contract.ts';
import { clockSkewOf, problemOfFetch, problemOfStatus } from '../http-problem.ts';
import { discoverEndpoint } from '../web/discover-endpoint.ts';
import { findLink } from '../web/find-link.ts';
import type { NoSecrets, WebmentionSettings } from './settings.ts';

/** Reads the site's first page, and says whether it already names our door. Who "we" are here is the site. */
export const checkWebmention = async (
  context: ChannelContext<WebmentionSettings, NoSecrets>,
): Promise<Result<Health, ChannelProblem>> => {
  const { settings, http, clock, door } = context;
  const page = await http.request(settings.site, { maxBytes: 2_000_000, headers: { accept: 'text/html' } });
  if (!page.ok) return err(problemOfFetch(page.error));
  const problem = problemOfStatus(page.value, clock);
  if (problem) return err(problem);
  const html = page.value.text();
  const endpoint = discoverEndpoint({
    url: page.value.url,
    linkHeader: page.value.headers.get('link'),
    html,
  });
  const name = cleanLine(findLink(html, page.value.url, '').title ?? '', 200);
  const clockSkewMs = clockSkewOf(page.value.headers, clock);
  return ok({
    account: { nativeId: new URL(settings.site).origin, ...(name ? { name } : {}), url: settings.site },
    ...(clockSkewMs === undefined ? {} : { clockSkewMs }),
    notices: noticesOf(endpoint, door?.url),
  });
};

const noticesOf = (endpoint: string | undefined, door: string | undefined): readonly Words[] => {
  if (door !== undefined && endpoint === door) return [];
  return endpoint === undefined ? [unnamed] : [named];
};

const unnamed: Words = {
  it: 'Il sito non dice ancora dove portarci le menzioni: copia l’indirizzo di consegna nella sua pagina, come spiegato.',
  en: 'The site does not yet say where to bring mentions: copy the delivery address into its page, as explained.',
};

const named: Words = {
  it: 'Il sito porta le menzioni a un altro indirizzo: finché non lo cambi, qui non arrivano.',
  en: 'The site sends mentions to another address: until you change it, none come here.',
};
