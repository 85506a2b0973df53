import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Operation, readOpenApi } from '../harness/openapi.ts';
import { startTestHouse, type TestCompany, type TestHouse } from '../harness/test-house.ts';

let test: TestHouse;
let cellar: TestCompany;
let rival: TestCompany;
/** Real things of the cellar, by the name of the path parameter that would reach them. */
let possessions: Readonly<Record<string, string>>;
let operations: readonly Operation[];

beforeAll(async () => {
  test = await startTestHouse();
  cellar = await test.company('Cantina Valdorsa');
  rival = await test.company('Altra Cantina');
  possessions = await furnish(cellar);
  operations = (await readOpenApi(test.url)).operations.filter(({ path }) => path.includes('{workspaceId}'));
});
afterAll(() => test.stop());

const home = (company: TestCompany) => `/api/workspaces/${company.workspaceId}`;

const furnish = async (company: TestCompany): Promise<Readonly<Record<string, string>>> => {
  const watch = await company.json<{ id: string }>('POST', `${home(company)}/watches`, {
    name: 'Il nostro nome',
    terms: ['Valdorsa'],
    except: [],
    purpose: 'Sapere che cosa si dice di noi',
  });
  const { mentionId } = await company.json<{ mentionId: string }>('POST', `${home(company)}/by-hand`, {
    form: 'call',
    who: { name: 'Franca' },
    text: 'Ha chiamato per l’ordine: segreto della Valdorsa.',
  });
  await test.house.settled();
  const { correctionId } = await company.json<{ correctionId: string }>(
    'POST',
    `${home(company)}/mentions/${mentionId}/correction`,
    { polarity: 'neg' },
  );
  const pack = await company.json<{ id: string }>('POST', `${home(company)}/packs`, {
    name: 'Segreto del mestiere',
    sector: '',
    text: '',
    enabled: true,
  });
  const { threads } = await company.json<{ threads: { id: string }[] }>(
    'GET',
    `${home(company)}/threads?view=all`,
  );
  const threadId = threads[0]?.id ?? '';
  const note = await company.json<{ id: string }>('POST', `${home(company)}/threads/${threadId}/notes`, {
    body: 'Segreto tra noi',
  });
  const label = await company.json<{ id: string }>('POST', `${home(company)}/labels`, { name: 'Segreto' });
  const team = await company.json<{ id: string }>('POST', `${home(company)}/teams`, { name: 'Segreto' });
  const snippet = await company.json<{ id: string }>('POST', `${home(company)}/snippets`, {
    name: 'Segreto',
    body: 'Segreto',
  });
  const savedView = await company.json<{ id: string }>('POST', `${home(company)}/saved-views`, {
    name: 'Segreto',
    search: { vista: 'mine' },
  });
  const bulk = await company.json<{ id: string }>('POST', `${home(company)}/bulk`, {
    wish: { kind: 'read' },
    threadIds: [threadId],
  });
  const { connections } = await company.json<{ connections: { id: string }[] }>(
    'GET',
    `${home(company)}/connections`,
  );
  const invitation = await company.json<{ id: string }>('POST', `${home(company)}/invitations`, {
    email: 'nuova@cantina.example',
    roles: ['listener'],
  });
  const contact = await company.json<{ id: string }>('POST', `${home(company)}/contacts`, {
    name: 'Persona segreta',
  });
  const field = await company.json<{ id: string }>('POST', `${home(company)}/fields`, {
    name: 'Campo segreto',
    words: ['segreto'],
    seeds: [contact.id],
  });
  const { rules } = await company.json<{ rules: { id: string }[] }>('GET', `${home(company)}/alert-rules`);
  const alertId = crypto.randomUUID();
  await test.house.platform.database.inWorkspace(company.workspaceId, (tx) =>
    tx.execute(sql`insert into alerts (workspace_id, id, rule_id, watch_id, kind, measure, began_at, opened_at, grew_at, facts)
      values (${company.workspaceId}, ${alertId}, ${rules[0]?.id}, ${watch.id}, 'phrase', 'heard', now(), now(), now(),
        '{"heard": 1, "marked": 1, "expected": 0, "low": 0, "high": 0, "chance": null, "usualShare": null, "windowHours": 0, "mentionId": null}')`),
  );
  const body = {
    trigger: { when: 'thread-new' },
    condition: { all: [] },
    actions: [{ do: 'note', text: 'Segreto' }],
  };
  const deskRule = await company.json<{ id: string }>('POST', `${home(company)}/rules`, {
    name: 'Segreto',
    body,
  });
  const run = await company.json<{ id: string }>('POST', `${home(company)}/rules/trials`, { body });
  const [replyId, crisisId] = [crypto.randomUUID(), crypto.randomUUID()];
  await test.house.platform.database.inWorkspace(company.workspaceId, async (tx) => {
    await tx.execute(sql`insert into replies (workspace_id, id, thread_id, connection_id, mention_id, person_id, body, options, state, send_after)
      values (${company.workspaceId}, ${replyId}, ${threadId}, ${connections[0]?.id}, ${mentionId}, ${company.personId}, 'Segreto', '{}', 'waiting', now())`);
    await tx.execute(sql`insert into reply_approvals (workspace_id, reply_id, reasons, asked_at, due_at)
      values (${company.workspaceId}, ${replyId}, '[{"kind": "crisis"}]', now(), now())`);
    await tx.execute(sql`insert into crises (workspace_id, id, state, title, proposed_at, declared_at, closed_at)
      values (${company.workspaceId}, ${crisisId}, 'closed', 'Segreto', now(), now(), now())`);
  });
  const { key } = await company.json<{ key: { id: string } }>('POST', `${home(company)}/keys`, {
    name: 'Segreto',
    scopes: ['threads:read'],
    days: 30,
  });
  const { endpoint } = await company.json<{ endpoint: { id: string } }>('POST', `${home(company)}/webhooks`, {
    name: 'Segreto',
    url: test.url,
    kinds: ['alert.opened'],
  });
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#000' } })
    .png()
    .toBuffer();
  const upload = await company.as(`${home(company)}/uploads?alt=segreto`, {
    method: 'POST',
    body: new Uint8Array(picture),
  });
  const sheet = 'Nome;Testo\nFranca;Segreto della Valdorsa';
  const brought = await company.json<{ id: string }>('POST', `${home(company)}/imports`, {
    name: 'segreto.csv',
    byteLength: sheet.length,
  });
  await company.as(`${home(company)}/imports/${brought.id}/content?offset=0`, { method: 'PUT', body: sheet });
  const { caseId } = await company.json<{ caseId: string }>('POST', `${home(company)}/cases`, {
    mentionIds: [mentionId],
  });
  const { reportId } = await company.json<{ reportId: string }>(
    'POST',
    `${home(company)}/protection/reports`,
    {
      kind: 'insult',
      mentionIds: [mentionId],
    },
  );
  const report = `${home(company)}/protection/reports/${reportId}`;
  const { evidence } = await company.json<{ evidence: { id: string }[] }>('GET', report);
  const file = await company.as(`${report}/files?name=segreto`, { method: 'POST', body: 'segreto' });
  const cause = await company.json<{ id: string }>('POST', `${home(company)}/causes`, {
    name: 'Causa segreta',
    parentId: null,
    words: [],
    aspects: [],
  });
  const improvement = await company.json<{ id: string }>('POST', `${home(company)}/improvements`, {
    causeId: cause.id,
    ownerId: null,
    title: 'Segreto',
    before: '',
    after: '',
    italian: '',
    english: '',
    state: 'planned',
    caseIds: [caseId],
  });
  const attempt = await company.json<{ id: string }>('POST', `${home(company)}/practice`, {
    scenarioId: 'boiler',
    language: 'it',
  });
  return {
    reportId,
    evidenceId: evidence[0]?.id ?? '',
    fileId: ((await file.json()) as { fileId: string }).fileId,
    attemptId: attempt.id,
    caseId,
    causeId: cause.id,
    improvementId: improvement.id,
    importId: brought.id,
    uploadId: ((await upload.json()) as { id: string }).id,
    workspaceId: company.workspaceId,
    keyId: key.id,
    endpointId: endpoint.id,
    alertId,
    ruleId: rules[0]?.id ?? '',
    deskRuleId: deskRule.id,
    runId: run.id,
    watchId: watch.id,
    mentionId,
    threadId,
    noteId: note.id,
    labelId: label.id,
    snippetId: snippet.id,
    savedViewId: savedView.id,
    bulkId: bulk.id,
    teamId: team.id,
    correctionId,
    packId: pack.id,
    contactId: contact.id,
    fieldId: field.id,
    connectionId: connections[0]?.id ?? '',
    invitationId: invitation.id,
    personId: company.personId,
    replyId,
    crisisId,
  };
};

/** The path with the cellar's own ids; `{id}` is told by the word before it. */
const fill = (path: string, workspaceId: string): string =>
  path
    .split('/')
    .map((part, index, parts) => {
      if (part === '{workspaceId}') return workspaceId;
      if (!part.startsWith('{')) return part;
      if (part === '{ruleId}' && parts[index - 1] === 'rules') return possessions.deskRuleId;
      const name = part.slice(1, -1);
      const kind = `${(parts[index - 1] ?? '').replace(/ies$/, 'y').replace(/e?s$/, (end) => (end === 'es' && parts[index - 1] === 'watches' ? '' : end === 'es' ? 'e' : ''))}Id`;
      return possessions[name] || possessions[kind] || crypto.randomUUID();
    })
    .join('/');

/** What some addresses must be told besides: before which mention, around which, which words, which conversations. */
const query = ({ path }: Operation): string => {
  if (path.endsWith('/threads/{threadId}/mentions')) return `?before=${possessions.mentionId}`;
  if (path.endsWith('/passage')) return `?around=${possessions.mentionId}`;
  if (path.endsWith('/threads/{threadId}/search')) return '?q=Segreto';
  return path.endsWith('/conversations-of-same') ? `?threads=${possessions.threadId}` : '';
};

const knock = (company: TestCompany, operation: Operation, workspaceId: string) =>
  company.as(fill(operation.path, workspaceId) + query(operation), {
    method: operation.method,
    ...(operation.body ? { body: '{}', headers: { 'content-type': 'application/json' } } : {}),
  });

describe('the owner', () => {
  it('reaches each of these addresses: what others are refused is really there', async () => {
    const missing: string[] = [];
    for (const operation of operations.filter(
      ({ method, path }) => method === 'GET' && !/\/(live|authorised|media\/{place})$/.test(path),
    )) {
      const response = await knock(cellar, operation, cellar.workspaceId);
      await response.body?.cancel();
      if (!response.ok)
        missing.push(`${operation.path} -> ${fill(operation.path, cellar.workspaceId)}: ${response.status}`);
    }
    expect(missing).toEqual([]);
  });
});

describe('a person of another company', () => {
  it('finds nothing at any address of ours: 404 on every route, as if we were not there', async () => {
    expect(operations.length).toBeGreaterThan(25);
    const answers: string[] = [];
    for (const operation of operations) {
      const response = await knock(rival, operation, cellar.workspaceId);
      await response.body?.cancel();
      if (response.status !== 404) answers.push(`${operation.method} ${operation.path}: ${response.status}`);
    }
    expect(answers).toEqual([]);
  });

  it('cannot reach our things through their own door either', async () => {
    const leaks: string[] = [];
    for (const operation of operations.filter(({ path }) => path.split('{').length > 2)) {
      const response = await knock(rival, operation, rival.workspaceId);
      const text = await response.text();
      if (
        response.ok &&
        operation.method !== 'DELETE' &&
        operation.method !== 'PUT' &&
        text.includes('egreto')
      )
        leaks.push(`${operation.method} ${operation.path}`);
      if (response.ok && operation.method === 'GET')
        leaks.push(`${operation.method} ${operation.path}: ${response.status}`);
    }
    expect(leaks).toEqual([]);
  });

  it('finds nothing of ours by searching at home', async () => {
    for (const where of [
      'mentions?q=segreto',
      'search?q=segreto',
      'threads?q=segreto',
      'threads',
      'mentions',
    ]) {
      const text = JSON.stringify(await rival.json('GET', `${home(rival)}/${where}`));
      expect(text).not.toContain('egreto');
    }
  });

  it('hears nothing of ours on their live stream', async () => {
    const ears = new AbortController();
    const stream = await rival.as(`${home(rival)}/live`, { signal: ears.signal });
    const heard: string[] = [];
    const reading = (async () => {
      for await (const part of stream.body ?? []) heard.push(Buffer.from(part).toString());
    })().catch(() => {});
    await cellar.json('POST', `${home(cellar)}/by-hand`, {
      form: 'call',
      who: { name: 'Ivo' },
      text: 'Un altro segreto',
    });
    await rival.json('POST', `${home(rival)}/by-hand`, {
      form: 'call',
      who: { name: 'Ada' },
      text: 'Cosa loro',
    });
    await test.house.settled();
    await expect.poll(() => heard.join('')).toContain('mention.received');
    ears.abort();
    await reading;
    const { mentions } = await cellar.json<{ mentions: { id: string }[] }>('GET', `${home(cellar)}/mentions`);
    for (const { id } of mentions) expect(heard.join('')).not.toContain(id);
  });

  it('has changed nothing of ours by trying', async () => {
    const { threads } = await cellar.json<{ threads: { id: string; status: string }[] }>(
      'GET',
      `${home(cellar)}/threads`,
    );
    expect(threads.every(({ status }) => status === 'open')).toBe(true);
    const { watches } = await cellar.json<{ watches: unknown[] }>('GET', `${home(cellar)}/watches`);
    expect(watches).toHaveLength(1);
  });
});

describe('nobody at all', () => {
  it('is asked to sign in on every route of a company', async () => {
    const answers: string[] = [];
    for (const operation of operations) {
      const response = await fetch(new URL(fill(operation.path, cellar.workspaceId), test.url), {
        method: operation.method,
        headers: { origin: test.url, 'content-type': 'application/json' },
        ...(operation.method === 'GET' ? {} : { body: '{}' }),
      });
      await response.body?.cancel();
      if (response.status !== 401) answers.push(`${operation.method} ${operation.path}: ${response.status}`);
    }
    expect(answers).toEqual([]);
  });
});
