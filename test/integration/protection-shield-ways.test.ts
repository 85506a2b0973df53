import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Operation, readOpenApi, type Schema } from '../harness/openapi.ts';
import { startTestHouse, type TestCompany, type TestHouse } from '../harness/test-house.ts';
import { waitUntil } from '../peers/kit/wait-until.ts';
import { openStream } from './live-stream-kit.ts';
import { type Colleague, colleague, home, say } from './protection-kit.ts';
import { type Receiver, startReceiver } from './webhooks-receiver.ts';

const VENOM = 'velenoso';
let test: TestHouse;
let company: TestCompany;
let receiver: Receiver;
let attacked: Colleague;
let handler: Colleague;
let threadId: string;
let mentionId: string;
let plainId: string;
let endpointId: string;
let caseId: string;

const streamOf = (who: Colleague) => openStream({ ...who, url: test.url, workspaceId: company.workspaceId });
const shield = (hidden: string) =>
  company.json('POST', `${home(company)}/protection/shields`, {
    threadId: hidden,
    hiddenFrom: [attacked.personId],
    handlerId: handler.personId,
    reason: 'threat',
  });

beforeAll(async () => {
  receiver = await startReceiver();
  receiver.behave('/parla', ({ text }) => ({ status: 200, body: `ricevuto ${text}` }));
  test = await startTestHouse();
  company = await test.company('Cantina Valdorsa');
  attacked = await colleague(test, company, 'Luca Ferri', ['coordinator', 'carer', 'approver']);
  handler = await colleague(test, company, 'Ada Neri', ['carer']);
  const made = await company.json<{ endpoint: { id: string } }>('POST', `${home(company)}/webhooks`, {
    name: 'Magazzino',
    url: `${receiver.url}/parla`,
    kinds: ['mention.received', 'thread.opened'],
    withTexts: true,
  });
  endpointId = made.endpoint.id;
  ({ threadId: plainId } = await say(test, company, 'Franca', 'Vorrei ordinare sei bottiglie di rosso'));
  ({ mentionId, threadId } = await say(
    test,
    company,
    'Ignoto',
    `Siete pessimi, Luca è un ${VENOM} incapace`,
  ));
  ({ caseId } = await company.json<{ caseId: string }>('POST', `${home(company)}/cases`, {
    mentionIds: [mentionId],
  }));
});
afterAll(async () => {
  await test.stop();
  await receiver.stop();
});

describe('what happens in a hidden conversation, on an open screen', () => {
  it('is told to nobody from whom it is hidden, not even as an id; that it is hidden is a wish to load afresh', async () => {
    const [theirs, others] = [await streamOf(attacked), await streamOf(handler)];
    await shield(threadId);
    await others.until(({ event, data }) => event === 'shield.changed' && data.includes(threadId));
    await theirs.until(({ event, data }) => event === 'reset' && data === '{}');
    await company.json('POST', `${home(company)}/threads/${threadId}/notes`, { body: 'Ne parlo con Ada' });
    await others.until(({ event, data }) => event === 'note.added' && data.includes(threadId));
    await company.json('POST', `${home(company)}/threads/${plainId}/notes`, { body: 'Richiamo domani' });
    const told = await theirs.until(({ event, data }) => event === 'note.added' && data.includes(plainId));
    expect(told.data).toContain(plainId);
    expect(theirs.everything()).not.toContain(threadId);
    expect(theirs.everything()).not.toContain(mentionId);
    theirs.close();
    others.close();
  });

  it('is not caught up with either, by a screen that comes back', async () => {
    const back = await attacked.as(`${home(company)}/live`, {
      headers: { accept: 'text/event-stream', 'last-event-id': '1' },
    });
    const reader = back.body?.getReader();
    let text = '';
    await waitUntil(
      async () => {
        text += new TextDecoder().decode((await reader?.read())?.value);
        return text.includes('welcome') || text.includes('reset');
      },
      { what: 'the stream to have caught up' },
    );
    await reader?.cancel();
    expect(text).not.toContain(threadId);
    expect(text).not.toContain(mentionId);
  });
});

describe('a program with the key of whoever is shielded', () => {
  it('reads nothing of it by the Model Context Protocol, and with a colleague’s key all of it', async () => {
    const ask = async (who: Pick<Colleague, 'json'>) => {
      const { secret } = await who.json<{ secret: string }>('POST', `${home(company)}/keys`, {
        name: 'Assistente',
        scopes: [
          'mentions:read',
          'threads:read',
          'people:read',
          'cases:read',
          'replies:draft',
          'notes:write',
        ],
        days: 7,
      });
      const client = new Client({ name: 'prova', version: '1.0.0' });
      const headers = { authorization: `Bearer ${secret}` };
      await client.connect(
        new StreamableHTTPClientTransport(new URL('/mcp', test.url), { requestInit: { headers } }),
      );
      const said: string[] = [];
      for (const [name, given] of [
        ['search_mentions', { query: VENOM }],
        ['list_threads', { query: VENOM }],
        ['list_threads', {}],
        ['read_thread', { threadId }],
        ['read_today', {}],
        ['find_people', {}],
        ['list_cases', {}],
        ['read_case', { caseId }],
        ['save_draft', { threadId, body: 'Gentile' }],
        ['propose_note', { threadId, body: 'Un’idea' }],
      ] as const)
        said.push(JSON.stringify((await client.callTool({ name, arguments: { ...given } })).content));
      await client.close();
      return said.join('\n');
    };
    expect(await ask(company)).toContain(VENOM);
    const hidden = await ask(attacked);
    expect(hidden).not.toContain(VENOM);
    expect(hidden).not.toContain('Gentile');
  });

  it('finds in the log of messages neither the conversation nor what an address answered; all is sent again when asked', async () => {
    await waitUntil(() => receiver.at('/parla').length >= 4, { what: 'four messages' });
    const logOf = async (who: Pick<Colleague, 'as'>) =>
      (await who.as(`${home(company)}/webhooks/${endpointId}/messages`)).text();
    await waitUntil(async () => (await logOf(company)).split('"status":200').length > 4, { what: 'the log' });
    expect(await logOf(company)).toContain(threadId);
    const theirs = await logOf(attacked);
    expect(theirs).toContain(plainId);
    for (const hidden of [threadId, mentionId, VENOM]) expect(theirs).not.toContain(hidden);
    const { count } = await attacked.json<{ count: number }>(
      'POST',
      `${home(company)}/webhooks/${endpointId}/replay`,
      { from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' },
    );
    expect(count).toBe(4);
  });
});

/** Something that fits, with the hidden ids wherever an id is asked for; `turn` chooses among alternatives. */
const fitting = (
  given: Schema,
  name: string,
  { resolve, turn }: { readonly resolve: (schema: Schema) => Schema; readonly turn: number },
): unknown => {
  const schema = resolve(given);
  const options = (schema.anyOf ?? schema.oneOf ?? []).filter((one) => one.type !== 'null');
  if (options.length > 0) return fitting(options[turn % options.length] ?? {}, name, { resolve, turn });
  if (schema.enum) return schema.enum[turn % schema.enum.length];
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties).map(([key, one]) => [key, fitting(one, key, { resolve, turn })]),
    );
  if (type === 'array') return [fitting(schema.items ?? {}, name, { resolve, turn })];
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1;
  if (type === 'boolean') return turn % 2 === 0;
  if (schema.format === 'uuid') return hiddenId(name);
  if (schema.format === 'date-time') return '2026-11-23T09:00:00.000Z';
  return 'prova';
};
const hiddenId = (name: string): string =>
  /mention/i.test(name)
    ? mentionId
    : /case/i.test(name)
      ? caseId
      : /person|handler|hidden/i.test(name)
        ? handler.personId
        : threadId;

/** These would end the session that we knock with, or are somebody else's matter. */
const apart = ({ method, path }: Operation): boolean =>
  (method === 'DELETE' && /sessions|members|workspaces\/\{workspaceId\}$/.test(path)) ||
  /\/members|\/leave/.test(path);

describe('whatever whoever is shielded does with the ids of what is hidden', () => {
  it('meets no bug of ours and gives nothing away', { timeout: 60_000 }, async () => {
    const { operations, resolve } = await readOpenApi(test.url);
    const wrong: string[] = [];
    const changing = operations.filter(
      (one) => one.method !== 'GET' && one.path.includes('{workspaceId}') && !apart(one),
    );
    expect(changing.length).toBeGreaterThan(80);
    const tries = changing.map((one, index) => ({ ...one, turn: index % 2 }));
    const knock = async ({ method, path, body, turn }: (typeof tries)[number]): Promise<void> => {
      const address = path.replace(/\{(\w+)\}/g, (_, name: string) =>
        name === 'workspaceId' ? company.workspaceId : hiddenId(name),
      );
      const json = body && {
        body: JSON.stringify(fitting(body, '', { resolve, turn })),
        headers: { 'content-type': 'application/json' },
      };
      const response = await attacked.as(address, { method, ...json });
      const text = await response.text();
      if (response.status >= 500 || text.includes(VENOM))
        wrong.push(`${method} ${path} ${turn}: ${response.status}`);
    };
    while (tries.length > 0) await Promise.all(tries.splice(0, 6).map(knock));
    expect(wrong).toEqual([]);
  });
});
