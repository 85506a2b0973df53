/** Each request of the screens at a million mentions, over HTTP with a person's session: `bench/run.ts reads [mentions [which]]`. */
import { gatherAllWords } from '../src/listening/actions/gather-words.ts';
import { askAll } from './kit/ask-all.ts';
import { openBench } from './kit/open-bench.ts';
import { openFilled } from './kit/open-filled.ts';

const count = Number(process.argv[2] ?? 200_000);
const AIM_MS = 100;

const bench = await openBench();
const { company, longThread, shortThreads } = await openFilled(bench, count);

const base = `/api/workspaces/${company.workspaceId}`;
const get = async (where: string): Promise<unknown> => {
  const response = await fetch(new URL(where, bench.house.address), { headers: { cookie: company.cookie } });
  const body = await response.json();
  if (!response.ok) throw new Error(`${where}: ${response.status} ${JSON.stringify(body)}`);
  return body;
};

/** The place of a page in the middle of a list: ten pages on. */
const deep = async (where: string): Promise<string> => {
  let next = '';
  for (let page = 0; page < 10; page += 1) {
    const body = (await get(`${where}${next && `&before=${next}`}`)) as { next: string | null };
    if (body.next === null) break;
    next = encodeURIComponent(body.next);
  }
  return `${where}${next && `&before=${next}`}`;
};

const threads = (rest: string): string => `${base}/threads?limit=50&${rest}`;
const requests: Record<string, (turn: number) => string> = {};
for (const view of ['all', 'mine', 'unassigned', 'waiting', 'done', 'about']) {
  requests[`inbox, ${view}`] = () => threads(`view=${view}`);
}
requests['inbox with counts'] = () => threads('view=all&counts=true');
requests['inbox, unread only'] = () => threads('view=all&unread=true');
requests['inbox of one channel'] = () => threads('view=all&channel=bluesky');
const tenth = await deep(threads('view=all'));
requests['inbox, eleventh page'] = () => tenth;
requests['thread of a few'] = (turn) => `${base}/threads/${shortThreads[turn % shortThreads.length]}`;
requests['thread of 5,000'] = () => `${base}/threads/${longThread}`;
requests['search, rare word'] = (turn) => threads(`view=all&q=parola${1_000 + turn}`);
requests['search, common word'] = () => threads('view=all&q=vino');
requests['search, two words'] = () => threads('view=all&q=vino+parola7');
requests['search, author'] = (turn) => threads(`view=all&q=persona${1_000 + turn}`);
requests['mentions, rare word'] = (turn) => `${base}/mentions?q=parola${2_000 + turn}`;
requests['mentions, common word'] = () => `${base}/mentions?q=casa`;
requests['inbox, bad feeling'] = () => threads('view=all&polarity=neg');
requests['inbox, rare intent'] = () => threads('view=all&intent=churn');
requests['inbox, done, rare intent'] = () => threads('view=done&intent=churn');
requests['inbox, three at once'] = () =>
  threads('view=waiting&intent=complaint&polarity=neg&needsReply=true');
requests['mentions, bad feeling'] = () => `${base}/mentions?polarity=neg`;
requests['mentions, rare aspect'] = () => `${base}/mentions?aspect=annata`;
requests['mentions, never together'] = () => `${base}/mentions?polarity=pos&intent=complaint&needsReply=true`;
requests['mentions, bad, of a watch'] = () => `${base}/mentions?polarity=neg&watch=${company.watchIds[0]}`;
requests['search, bad feeling'] = () => `${base}/mentions?q=vino&polarity=neg`;
requests['learning queue'] = () => `${base}/learning/queue`;
requests.learning = () => `${base}/learning`;
requests.today = () => `${base}/today`;
requests['mentions of a watch'] = () => `${base}/mentions?watch=${company.watchIds[0]}`;
requests['mentions of a rare watch'] = () => `${base}/mentions?watch=${company.watchIds[3]}`;
requests.watches = () => `${base}/watches`;

await gatherAllWords(bench.house.platform, new Date());
const search = (rest: string): string => `${base}/search?${rest}`;
requests['memory, rare word'] = (turn) => search(`q=parola${3_000 + turn}`);
requests['memory, common word'] = () => search('q=vino');
requests['memory, common, relevance'] = () => search('q=vino&sort=relevance');
requests['memory, two words, relevance'] = () => search('q=vino+parola7&sort=relevance');
requests['memory, a slip'] = () => search('q=grazei+mangiaer');
requests['memory, bad feeling'] = () => search('q=vino&polarity=neg');
requests['memory, rare intent'] = () => search('q=casa&intent=churn');
requests['memory, of a rare watch'] = () => search(`q=casa&watch=${company.watchIds[3]}`);
requests['memory, author'] = (turn) => search(`author=persona${1_000 + turn}`);
requests['memory, author with a slip'] = (turn) => search(`author=prsona${1_000 + turn}`);
requests['memory, a month'] = () =>
  search(`q=casa&since=${new Date(Date.now() - 30 * 86_400_000).toISOString()}`);

for (const [name, rest] of Object.entries({
  'timeline, 30 days': 'by=day',
  'timeline, everything': 'by=month',
})) {
  const days = rest === 'by=day' ? 30 : 1_000;
  const since = new Date(Date.now() - days * 86_400_000).toISOString();
  requests[name] = () => `${base}/timeline?${rest}&since=${since}&watches=${company.watchIds[0]}`;
}
requests['timeline, what changed'] = () =>
  `${base}/timeline/change?since=${new Date(Date.now() - 7 * 86_400_000).toISOString()}`;

const only = new RegExp(process.argv[3] ?? '');
const chosen = Object.fromEntries(Object.entries(requests).filter(([name]) => only.test(name)));
await askAll(get, chosen, AIM_MS);
await bench.close();
process.exit(0);
