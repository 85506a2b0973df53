import { afterAll, beforeAll, expect, it } from 'vitest';
import { narrow, settled, sidewaysScroll, takePicture } from '../harness/browser.ts';
import type { TestCompany } from '../harness/test-house.ts';
import { fourWays } from './four-ways.ts';
import { shiftsOf, violationsOf, watchShifts } from './looking-over.ts';
import { colleagueOf, type OpenHouse, openHouse } from './open-house.ts';
import { ago, joinUp, say } from './winery.ts';

let open: OpenHouse;
let company: TestCompany;
let pages: Readonly<Record<string, string>> = {};

const home = () => `/api/workspaces/${company.workspaceId}`;
const post = <Body>(path: string, body: unknown = {}) =>
  company.json<Body>('POST', `${home()}/${path}`, body);

beforeAll(async () => {
  open = await openHouse();
  company = await open.house.company('Cantina Valdorsa');
  const [threadId, otherId] = await threads();
  const piero = await colleagueOf(open.house, company, 'Piero Po', ['carer']);
  const { reportId } = await post<{ reportId: string }>('protection/reports', {
    kind: 'false-review',
    threadId,
  });
  await post('protection/shields', {
    threadId: otherId,
    hiddenFrom: [piero.personId],
    handlerId: company.personId,
    reason: 'threat',
  });
  const { id: ruleId } = await post<{ id: string }>('rules/templates/grave-complaints');
  await post('keys', { name: 'Il gestionale', scopes: ['threads:read', 'mentions:read'], days: 90 });
  const { id: attemptId } = await post<{ id: string }>('practice', {
    scenarioId: (await company.json<{ scenarios: { id: string }[] }>('GET', `${home()}/practice`))
      .scenarios[0]?.id,
    language: 'it',
  });
  await post(`practice/${attemptId}/answers`, { text: 'Ci dispiace: le scrivo domani. Marta' });
  const crisisId = await crisis();
  const replyId = await waitingReply(threadId ?? '');
  const caseId = await openCase(threadId ?? '');
  const at = (path: string) => `/${company.slug}/${path}`;
  pages = {
    tutela: at('cura/tutela'),
    segnalazione: at(`cura/tutela/${reportId}`),
    caso: at(`cura/${caseId}`),
    crisi: at('crisi'),
    'una-crisi': at(`crisi/${crisisId}`),
    stato: `/stato/${company.slug}`,
    'regole-scritte': at('impostazioni/regole'),
    regola: at(`impostazioni/regole/${ruleId}`),
    'regola-nuova': at('impostazioni/regole/nuova'),
    collegamenti: at('impostazioni/collegamenti'),
    'da-approvare': at('da-approvare'),
    'una-risposta': at(`da-approvare/${replyId}`),
    palestra: at('cura/palestra'),
    prova: at(`cura/palestra/${attemptId}`),
    'com-e-andata': at('cura/com-e-andata'),
    'se-chiedere': at('impostazioni/com-e-andata'),
    'non-un-caso': at('cura/xyz'),
  };
});
afterAll(() => open?.stop());

/** Two people have written: one of the bottles, one with contempt. */
const threads = async (): Promise<readonly string[]> => {
  const bluesky = await joinUp(open.house, company, 'bluesky');
  for (const [name, text] of [
    ['Anna Bruni', 'Due bottiglie su sei sono arrivate rotte: è una vergogna, rivoglio i soldi.'],
    ['Bruno Costa', 'Siete degli idioti, vi vengo a cercare.'],
  ] as const)
    await say(open.house, company, bluesky, {
      author: { nativeId: name, name, handle: `@${name.split(' ')[0]?.toLowerCase()}.example` },
      text,
      saidAt: ago(60),
      nativeId: `at://did:plc:ewvi7nxzyoun6zhxrhs64oiz/app.bsky.feed.post/${name.length}l3pte3p2e325`,
      replyContext: { cid: 'bafyreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy' },
    });
  const read = await company.json<{ threads: { id: string; author: { name: string } }[] }>(
    'GET',
    `${home()}/threads`,
  );
  return ['Anna Bruni', 'Bruno Costa'].map(
    (name) => read.threads.find(({ author }) => author.name === name)?.id ?? '',
  );
};

const firstSaid = async (threadId: string): Promise<string> => {
  const { mentions } = await company.json<{ mentions: { id: string }[] }>(
    'GET',
    `${home()}/threads/${threadId}`,
  );
  return mentions[0]?.id ?? '';
};

const openCase = async (threadId: string): Promise<string> => {
  const found = await company.json<{ case: { id: string } | null }>(
    'GET',
    `${home()}/threads/${threadId}/case`,
  );
  if (found.case) return found.case.id;
  return (await post<{ caseId: string }>('cases', { mentionIds: [await firstSaid(threadId)] })).caseId;
};

const crisis = async (): Promise<string> => {
  const { id } = await post<{ id: string }>('crises', { title: 'Lotto 14 del Rosso del Bricco' });
  await post(`crises/${id}/line`, { body: 'Stiamo ritirando il lotto 14.', after: 0 });
  await post(`crises/${id}/log`, { kind: 'decision', body: 'Fermata la vendita.' });
  await post(`crises/${id}/status`, { italian: 'Chi ha una bottiglia ci scriva.', english: 'Write to us.' });
  const { version } = await company.json<{ version: number }>('GET', `${home()}/crises/${id}`);
  await company.json('PUT', `${home()}/crises/${id}/status`, { version, isPublic: true });
  return id;
};

/** In a crisis every answer waits for somebody else's word. */
const waitingReply = async (threadId: string): Promise<string> => {
  const { id } = await post<{ id: string }>(`threads/${threadId}/replies`, {
    id: crypto.randomUUID(),
    mentionId: await firstSaid(threadId),
    body: 'Ci dispiace, Anna: ne mandiamo altre due.',
  });
  return id;
};

it.each(fourWays)(
  'protection, crises, rules, keys, approvals and practice are accessible and quiet: $language, $theme, $name',
  { timeout: 180_000 },
  async ({ language, theme, name, size }) => {
    await company.json('PATCH', '/api/me', { language, theme });
    const visit = await open.look({
      size,
      language,
      prefers: { dark: theme === 'dark' },
      cookie: company.cookie,
    });
    const { page } = visit;
    await page.addInitScript(watchShifts);
    const found: string[] = [];
    for (const [title, path] of Object.entries(pages)) {
      await page.setViewportSize(size);
      await page.goto(open.house.url + path);
      await settled(page);
      await takePicture(page, `${title}-${name}-${theme}-${language}`);
      found.push(...(await violationsOf(page)).map((violation) => `${title}: ${violation}`));
      const shifts = await shiftsOf(page);
      if (shifts.reduce((sum, { value }) => sum + value, 0) >= 0.1)
        found.push(`${title} jumps: ${JSON.stringify(shifts)}`);
      for (const width of name === 'phone' ? [size, narrow] : [size]) {
        await page.setViewportSize(width);
        const wide = await sidewaysScroll(page);
        if (wide > 0) found.push(`${title}: ${wide} px too wide at ${width.width}`);
      }
    }
    await page
      .getByRole('heading', { name: language === 'it' ? 'Qui non c’è niente' : 'There is nothing here' })
      .waitFor();
    found.push(...visit.problems);
    await visit.close();
    expect(found).toEqual([]);
  },
);
