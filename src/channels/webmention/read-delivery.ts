import { ok, type Result } from '../../platform/result.ts';
import type { ChannelContext, ChannelProblem, PushDelivery, PushReading } from '../contract.ts';
import { fetchSource } from '../web/source-page.ts';
import { goneItem, pageItem } from './page-item.ts';
import type { NoSecrets, WebmentionSettings } from './settings.ts';

/** A source that cannot be reached is tried this often; then it was a rumour. */
const MOST_ATTEMPTS = 4;

/** Fetches the source and looks whether it really links to us: https://www.w3.org/TR/webmention/#webmention-verification */
export const readWebmention = async (
  context: ChannelContext<WebmentionSettings, NoSecrets>,
  { note, attempt }: PushDelivery,
): Promise<Result<PushReading, ChannelProblem>> => {
  const { source = '', target = '' } = note;
  const fetchedAt = context.clock.now().toISOString();
  const gone = (refusal: string): PushReading => ({ items: [goneItem(source, target, fetchedAt)], refusal });
  const page = await fetchSource(context.http, source);
  if (!page.ok) return attempt < MOST_ATTEMPTS ? page : ok({ items: [], refusal: 'source-unreachable' });
  if (page.value.state === 'unreadable') return ok({ items: [], refusal: 'source-unreadable' });
  if (page.value.state === 'gone') return ok(gone('source-not-found'));
  const { response } = page.value;
  const item = pageItem({
    source,
    target,
    contentType: response.headers.get('content-type') ?? '',
    text: response.text(),
    fetchedAt,
  });
  return ok(item ? { items: [item] } : gone('no-link'));
};
