import { randomUUID } from 'node:crypto';
import { expect, vi } from 'vitest';
import type { TestCompany } from './test-house.ts';

export type MentionSeen = {
  readonly id: string;
  readonly body: string;
  readonly form: string;
  readonly ours: boolean;
  readonly removedAt: string | null;
};
type ReplySeen = {
  readonly id: string;
  readonly state: string;
  readonly url: string | null;
  readonly problem: { readonly kind: string } | null;
};
export type ConnectionSeen = {
  readonly id: string;
  readonly state: string;
  readonly problem: { readonly kind: string; readonly detail: string } | null;
  readonly notices: readonly { readonly it: string }[];
};

const PATIENCE = { timeout: 15_000, interval: 50 };

/** What a person does with a channel, by the product's own doors: join it up, read, answer, look again, take it away. */
export const journeyOf = (company: TestCompany) => {
  const home = `/api/workspaces/${company.workspaceId}`;
  const mentions = async () =>
    (await company.json<{ mentions: MentionSeen[] }>('GET', `${home}/mentions?limit=100`)).mentions;
  const threads = async () =>
    (await company.json<{ threads: { id: string }[] }>('GET', `${home}/threads`)).threads;
  const read = (threadId: string) =>
    company.json<{ mentions: MentionSeen[]; replies: ReplySeen[] }>('GET', `${home}/threads/${threadId}`);

  const seen = (body: string | RegExp) =>
    vi.waitFor(async () => {
      const found = (await mentions()).find((one) =>
        typeof body === 'string' ? one.body === body : body.test(one.body),
      );
      if (!found) throw new Error(`nobody said ${body}`);
      return found;
    }, PATIENCE);

  const threadOf = (mentionId: string) =>
    vi.waitFor(async () => {
      for (const { id } of await threads()) {
        if ((await read(id)).mentions.some((one) => one.id === mentionId)) return id;
      }
      throw new Error('the mention stands in no conversation');
    }, PATIENCE);

  return {
    home,
    mentions,
    seen,
    threadOf,
    read,
    join: (channel: string, values: Readonly<Record<string, string | number | boolean>>) =>
      company.json<ConnectionSeen>('POST', `${home}/connections`, { channel, values }),
    connection: async (id: string): Promise<ConnectionSeen> => {
      const { connections } = await company.json<{ connections: ConnectionSeen[] }>(
        'GET',
        `${home}/connections`,
      );
      const found = connections.find((one) => one.id === id);
      if (!found) throw new Error('there is no such connection');
      return found;
    },
    /** Tries the connection now; the next poll is due at once. */
    lookNow: (id: string) => company.json<ConnectionSeen>('POST', `${home}/connections/${id}/check`),
    door: async (id: string): Promise<{ readonly url: string; readonly token: string }> => {
      const { door } = await company.json<{ door: { url: string; token: { value: string } | null } }>(
        'GET',
        `${home}/connections/${id}/door`,
      );
      return { url: door.url, token: door.token?.value ?? '' };
    },
    /** Corrects the connection; what is wrong with it is the answer's. */
    changeValues: (id: string, values: Readonly<Record<string, string | number | boolean>>) =>
      company.as(`${home}/connections/${id}`, {
        method: 'PATCH',
        body: JSON.stringify({ values }),
        headers: { 'content-type': 'application/json' },
      }),
    remove: async (id: string) => {
      const removed = await company.as(`${home}/connections/${id}`, { method: 'DELETE' });
      expect(removed.ok).toBe(true);
    },
    /** Answers at once, and waits for how it ends. */
    answer: async (mentionId: string, body: string): Promise<ReplySeen> => {
      const threadId = await threadOf(mentionId);
      const reply = { id: randomUUID(), mentionId, body, options: {}, media: [] };
      await company.json('POST', `${home}/threads/${threadId}/replies`, reply);
      await company.json('POST', `${home}/replies/${reply.id}/send-now`, {});
      return vi.waitFor(async () => {
        const found = (await read(threadId)).replies.find((one) => one.id === reply.id);
        expect(['sent', 'failed', 'unknown']).toContain(found?.state);
        return found as ReplySeen;
      }, PATIENCE);
    },
  };
};
export type Journey = ReturnType<typeof journeyOf>;
