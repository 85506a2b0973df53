/**
 * Watches against a stream of posts of 200 characters, beside what one would write instead: `bench/run.ts listening`. Ours answers whole
 * queries (forms, phrases, nearness, AND and NOT); the others are only asked whether one of the names is in the text, which is less.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createWatchIndex } from '../src/listening/model/matching/watch-index.ts';
import { parseQuery } from '../src/listening/model/query/parse-query.ts';
import type { Query } from '../src/listening/model/query/query.ts';
import { quantile, round } from './kit/figures.ts';
import { makeNames, makePosts, makeQueries } from './listening/corpus.ts';

const folder = path.join(import.meta.dirname, 'listening');
if (!fs.existsSync(path.join(folder, 'node_modules'))) {
  const installed = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
  });
  if (installed.status !== 0) throw new Error('the packages to compare with could not be installed');
}
const outside = createRequire(path.join(folder, 'package.json'));
const bring = (name: string) => import(pathToFileURL(outside.resolve(name)).href);
const { AhoCorasick: Monyone } = await bring('@monyone/aho-corasick/fast');
const { default: Modern } = await bring('modern-ahocorasick/fast');

const MOST = 100_000;
/** `bench/run.ts listening 1000` asks for one number of watches alone. */
const sizes = process.argv[2] ? [Number(process.argv[2])] : [10, 1_000, MOST];
const SECONDS = 2;
const names = makeNames(MOST);
const queries = makeQueries(names);
const posts = makePosts(5_000, names);
const events = posts.map((text, index) => eventOf(text, index));

/** How many of the posts something was found in. */
type System = { readonly name: string; matches(post: string): boolean };
type Maker = { readonly name: string; make(count: number): System['matches'] };

const parsed = (text: string): Query => {
  const query = parseQuery(text);
  if (!query.ok) throw new Error(`${text}: ${JSON.stringify(query.error)}`);
  return query.value;
};
const literal = (name: string) => name.replace(/[^\p{L}]/gu, '\\$&');

const makers: readonly Maker[] = [
  {
    name: 'ours (whole queries)',
    make: (count) => {
      const index = createWatchIndex<number>();
      for (let key = 0; key < count; key += 1) index.set(key, parsed(queries[key] ?? ''));
      return (post) => index.match({ texts: [post], links: [] }).length > 0;
    },
  },
  {
    name: 'one RegExp of all names',
    make: (count) => {
      const pattern = new RegExp(`\\b(?:${names.slice(0, count).map(literal).join('|')})\\b`, 'gi');
      return (post) => [...post.matchAll(pattern)].length > 0;
    },
  },
  {
    name: 'a loop over RegExps',
    make: (count) => {
      const patterns = names.slice(0, count).map((name) => new RegExp(`\\b${literal(name)}\\b`, 'i'));
      return (post) => patterns.filter((pattern) => pattern.test(post)).length > 0;
    },
  },
  {
    name: '@monyone/aho-corasick 1.1.11',
    make: (count) => {
      const automaton = new Monyone(names.slice(0, count));
      return (post) => automaton.matchInText(post.toLowerCase()).length > 0;
    },
  },
  {
    name: 'modern-ahocorasick 3.3.0 (fast)',
    make: (count) => {
      const automaton = new Modern(names.slice(0, count));
      return (post) => automaton.match(post.toLowerCase());
    },
  },
];

/** Microseconds an item, over and over for two seconds of this process's own processor time. */
const timed = (work: (at: number) => unknown): number => {
  for (let at = 0; at < Math.min(200, posts.length); at += 1) {
    const start = performance.now();
    work(at);
    if (performance.now() - start > 50) break;
  }
  const begin = process.cpuUsage();
  let [done, spent] = [0, 0];
  while (spent < SECONDS * 1e6) {
    for (let burst = 0; burst < 20; burst += 1) work(done++ % posts.length);
    const { user, system } = process.cpuUsage(begin);
    spent = user + system;
  }
  return spent / done;
};

const parsing = timed((at) => JSON.parse(events[at] ?? ''));
console.log(`JSON.parse of an event (${events[0]?.length} characters): ${round(parsing, 2)} µs`);
for (const count of sizes) {
  console.log(`\n${count.toLocaleString('en')} watches`);
  for (const maker of makers) measure(maker, count);
}
changing();

function measure({ name, make }: Maker, count: number): void {
  const before = process.memoryUsage();
  const start = performance.now();
  try {
    const matches = make(count);
    matches(posts[1] ?? '');
    const built = performance.now() - start;
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    const memory = (heapUsed - before.heapUsed + arrayBuffers - before.arrayBuffers) / 2 ** 20;
    const each = timed((at) => matches(posts[at] ?? ''));
    const found = each > 3_000 ? 'not counted' : String(posts.filter(matches).length);
    console.log(
      `  ${name.padEnd(34)} ${round(each, 2).padStart(10)} µs a post  ${Math.round(1e6 / each)
        .toLocaleString('en')
        .padStart(
          10,
        )} posts/s  ${round(each / parsing, 2).padStart(8)} × JSON.parse  made in ${round(built)} ms, about ${round(memory)} MB, met in ${found} of ${posts.length}`,
    );
  } catch (error) {
    console.log(
      `  ${name.padEnd(34)} cannot: ${error instanceof Error ? error.message.slice(0, 80) : 'failed'}`,
    );
  }
}

/** One watch comes or goes among 100,000, while posts are read in between. */
function changing(): void {
  const index = createWatchIndex<number>();
  const all = queries.map(parsed);
  const growing: number[] = [];
  for (const [key, query] of all.entries()) {
    const start = performance.now();
    index.set(key, query);
    growing.push((performance.now() - start) * 1_000);
  }
  const replacing: number[] = [];
  for (let turn = 0; turn < 20_000; turn += 1) {
    const key = (turn * 7_919) % all.length;
    const start = performance.now();
    index.remove(key);
    index.set(key, all[(key + 1) % all.length] as Query);
    replacing.push((performance.now() - start) * 1_000);
    index.match({ texts: [posts[turn % posts.length] ?? ''], links: [] });
  }
  const said = (name: string, values: readonly number[]) =>
    `${name}: ${round(quantile(values, 0.5), 1)} µs (99 of 100 below ${round(quantile(values, 0.99), 1)}, longest ${round(Math.max(...values.slice(0, 60_000), ...values.slice(60_000)) / 1_000, 1)} ms)`;
  console.log(
    `\n${said('adding one, from none to 100,000', growing)}\n${said('changing one among 100,000', replacing)}`,
  );
}

/** A post as Jetstream sends it: https://github.com/bluesky-social/jetstream#example-events */
function eventOf(text: string, index: number): string {
  return JSON.stringify({
    did: `did:plc:eygmaihciaxprqvxpfvl6f${index.toString(36).padStart(2, '0')}`,
    time_us: 1_725_911_162_329_308 + index,
    kind: 'commit',
    commit: {
      rev: '3l3qo2vutsw2b',
      operation: 'create',
      collection: 'app.bsky.feed.post',
      rkey: '3l3qo2vuowo2b',
      record: {
        $type: 'app.bsky.feed.post',
        createdAt: '2026-11-22T19:46:02.102Z',
        langs: ['it'],
        reply: {
          parent: {
            cid: 'bafyreidc6sydkkbchcyg62v77wbhzvb2mvytlmsychqgwf2xojjtirmzj4',
            uri: 'at://did:plc:wa7b35aakoll7hugkrjtf3xf/app.bsky.feed.post/3l3pte3p2e325',
          },
          root: {
            cid: 'bafyreidc6sydkkbchcyg62v77wbhzvb2mvytlmsychqgwf2xojjtirmzj4',
            uri: 'at://did:plc:wa7b35aakoll7hugkrjtf3xf/app.bsky.feed.post/3l3pte3p2e325',
          },
        },
        text,
      },
      cid: 'bafyreidwaivazkwu67xztlmuobx35hs2lnfh3kolmgfmucldvhd3sgzcqi',
    },
  });
}
