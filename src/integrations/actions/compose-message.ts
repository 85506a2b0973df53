import { readMentions } from '../../listening/index.ts';
import { findWorkspace } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Endpoint } from '../store/endpoints.ts';
import type { Message } from '../store/messages.ts';
import { readReplyText, readThreadText } from '../store/texts.ts';

/**
 * What is sent: `{type, timestamp, number, data}`, in data the ids of what happened, `links` to its page and to the API, and `texts` only
 * where the company chose so, as they are at this attempt: what was erased since is not told.
 */
export const composeMessage = async (
  { config }: Pick<Platform, 'config'>,
  tx: Transaction,
  endpoint: Endpoint,
  message: Message,
): Promise<string> => {
  const company = await findWorkspace(tx, message.workspaceId);
  const links = linksOf(message, `${config.baseUrl}/${company?.slug ?? ''}`, apiOf(config, message));
  const texts = endpoint.withTexts ? await textsOf(tx, message) : undefined;
  return JSON.stringify({
    type: message.kind,
    timestamp: message.happenedAt.toISOString(),
    number: message.number,
    data: { ...message.data, ...(links ? { links } : {}), ...(texts ? { texts } : {}) },
  });
};

const apiOf = ({ baseUrl }: Platform['config'], { workspaceId }: Message): string =>
  `${baseUrl}/api/workspaces/${workspaceId}`;

const linksOf = ({ data }: Message, pages: string, api: string) => {
  const { mentionId, threadId, caseId, alertId, replyId } = data;
  if (caseId) return { page: `${pages}/cura/${caseId}`, api: `${api}/cases/${caseId}` };
  if (alertId) return { page: `${pages}/ascolto/avvisi/${alertId}`, api: `${api}/alerts/${alertId}` };
  if (threadId) return { page: `${pages}/conversazioni/${threadId}`, api: `${api}/threads/${threadId}` };
  if (mentionId && !replyId) return { api: `${api}/mentions/${mentionId}` };
  return undefined;
};

const textsOf = async (tx: Transaction, { workspaceId, data }: Message) => {
  const { mentionId, threadId, replyId } = data;
  if (typeof replyId === 'string') return readReplyText(tx, workspaceId, replyId);
  if (typeof mentionId === 'string') {
    const [mention] = await readMentions(tx, workspaceId, [mentionId]);
    if (!mention || mention.removedAt) return undefined;
    const { title, body, url, language, author } = mention;
    return { title, body, url, language, author: { name: author.name, handle: author.handle } };
  }
  return typeof threadId === 'string' ? readThreadText(tx, workspaceId, threadId) : undefined;
};
