import { beginDrafts, fillSnippet, readSnippets } from '../../conversation/index.ts';
import { findWorkspace, personNames } from '../../people/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Done } from '../model/done.ts';
import { readAuthorNames } from '../store/author-names.ts';

/** Begins answers for people to look at, change and send; where they have begun one, it stays. Gives `<thread> <person>` of those begun. */
export const beginRuleDrafts = async (
  tx: Transaction,
  workspaceId: WorkspaceId,
  done: readonly Done[],
  now: Date,
): Promise<ReadonlySet<string>> => {
  const wanted = done.flatMap(({ deed, threadId }) => (deed.draft ? [{ threadId, ...deed.draft }] : []));
  if (wanted.length === 0) return new Set();
  const snippets = new Map((await readSnippets(tx, workspaceId)).map(({ id, body }) => [id, body]));
  const company = (await findWorkspace(tx, workspaceId))?.name ?? '';
  const people = await personNames(tx, workspaceId, [...new Set(wanted.map(({ personId }) => personId))]);
  const authors = await readAuthorNames(
    tx,
    workspaceId,
    wanted.map(({ threadId }) => threadId),
  );
  const rows = wanted.flatMap(({ threadId, personId, snippetId }) => {
    const body = snippets.get(snippetId);
    const author = authors.get(threadId);
    if (body === undefined || !author) return [];
    const facts = {
      name: author.name ?? '',
      company,
      me: people.get(personId) ?? '',
      channel: author.channel,
    };
    const empty = { options: {}, media: [], suggestionId: null, updatedAt: now };
    return [{ workspaceId, personId, threadId, body: fillSnippet(body, facts), ...empty }];
  });
  const begun = await beginDrafts(tx, rows);
  return new Set(begun.map(({ threadId, personId }) => `${threadId} ${personId}`));
};
