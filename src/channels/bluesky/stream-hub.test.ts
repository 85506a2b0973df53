import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { GuardedFetch } from '../../platform/fetch/index.ts';
import type { ChannelProblem } from '../contract.ts';
import { followStream } from './stream-hub.ts';
import type { StreamSource, StreamWord } from './stream-source.ts';

const START = Date.UTC(2026, 10, 22, 9);
const timeOf = (seconds: number) => new Date(START + seconds * 1_000).toISOString();

beforeEach(() =>
  vi.useFakeTimers({ now: START, toFake: ['setTimeout', 'setInterval', 'Date', 'performance'] }),
);
afterEach(() => vi.useRealTimers());

/** A stream whose messages are what they mean, and a door that notes what it was asked. */
const makeStream = () => {
  const sockets: (EventTarget & { close(): void; isClosed?: boolean })[] = [];
  const asked: (number | undefined)[] = [];
  const source: StreamSource = {
    id: 'prova',
    address: (after) => {
      asked.push(after);
      return 'ws://prova';
    },
    read: (data) => JSON.parse(String(data)) as StreamWord,
    overlap: 1,
    longestStep: 100,
    replayMs: 3_600_000,
  };
  const http = {
    openWebSocket: () => {
      const socket = Object.assign(new EventTarget(), {
        close: () => {
          socket.isClosed = true;
        },
        isClosed: false,
      });
      sockets.push(socket);
      return socket;
    },
  } as unknown as GuardedFetch;
  const clock = { now: () => new Date() };
  const said = (word: object) => {
    const data = JSON.stringify(word);
    // What an event changes is a function: words travel without it.
    const open = sockets.at(-1);
    if (!open?.isClosed) open?.dispatchEvent(new MessageEvent('message', { data }));
  };
  const read = source.read;
  const whole: StreamSource = {
    ...source,
    read: (data) => {
      const word = read(data);
      return word.kind === 'event' ? { kind: 'event', event: { ...word.event, changes: () => [] } } : word;
    },
  };
  return {
    asked,
    open: () => sockets.filter(({ isClosed }) => !isClosed).length,
    /** The connection stands. */
    accept: async () => {
      await vi.advanceTimersByTimeAsync(2_000);
      sockets.at(-1)?.dispatchEvent(new Event('open'));
    },
    refuse: async () => {
      await vi.advanceTimersByTimeAsync(2_000);
      sockets.at(-1)?.dispatchEvent(new Event('error'));
    },
    cut: () => sockets.at(-1)?.dispatchEvent(new CloseEvent('close', { code: 1006 })),
    event: (at: number) => said({ kind: 'event', event: { at, time: timeOf(at) } }),
    say: (word: StreamWord) => said(word),
    follow: (from: { at?: number; time?: string } = {}) => {
      const heard: number[] = [];
      const missed: string[] = [];
      const problems: ChannelProblem[] = [];
      const { leave } = followStream({ http, clock }, whole, {
        from,
        take: ({ at }) => heard.push(at),
        missed: (reason) => missed.push(reason),
        opened: () => undefined,
        ended: (problem) => problems.push(problem),
      });
      return { heard, missed, problems, leave };
    },
  };
};

it('those who come together are read for once, from the place of whoever is furthest behind; none hears anything twice', async () => {
  const stream = makeStream();
  const one = stream.follow({ at: 10, time: timeOf(10) });
  const other = stream.follow({ at: 12, time: timeOf(12) });
  const third = stream.follow();
  await stream.accept();
  for (const at of [10, 11, 12, 13]) stream.event(at);
  expect(stream.open()).toBe(1);
  expect(stream.asked).toEqual([10]);
  expect([one.heard, other.heard, third.heard]).toEqual([
    [10, 11, 12, 13],
    [12, 13],
    [10, 11, 12, 13],
  ]);
  expect([one.missed, other.missed]).toEqual([[], []]);
});

it('who comes a little late is gone back for, and the others do not notice', async () => {
  const stream = makeStream();
  const first = stream.follow({ at: 20, time: timeOf(20) });
  await stream.accept();
  for (const at of [20, 21, 22]) stream.event(at);
  const late = stream.follow({ at: 15, time: timeOf(15) });
  await stream.accept();
  for (let at = 15; at <= 23; at += 1) stream.event(at);
  expect(stream.asked).toEqual([20, 15]);
  expect(first.heard).toEqual([20, 21, 22, 22, 23]);
  expect(late.heard).toEqual([15, 16, 17, 18, 19, 20, 21, 22, 23]);
  expect(first.missed).toEqual([]);
});

it('who comes very late hears what happens now, and is told what it missed; nobody is sent back for it', async () => {
  const stream = makeStream();
  stream.follow();
  await stream.accept();
  stream.event(2_000);
  const late = stream.follow({ at: 15, time: timeOf(15) });
  stream.event(2_001);
  expect(late).toMatchObject({ heard: [2_001], missed: ['behind'] });
  expect(stream.asked).toEqual([undefined]);
});

it('a past that is too long ago is not asked for', async () => {
  const stream = makeStream();
  const one = stream.follow({ at: 5, time: new Date(START - 2 * 3_600_000).toISOString() });
  await stream.accept();
  expect([stream.asked, one.missed]).toEqual([[undefined], ['too-old']]);
});

it.each<[string, readonly (number | StreamWord)[], readonly string[]]>([
  ['our last one comes again: nothing lies between', [10, 11], []],
  ['it does not: what lies between is lost', [14, 15], ['too-old']],
  ['the server says that our place is too old', [{ kind: 'too-old' }, 10], ['too-old']],
  ['it counts anew', [3, 4], ['restarted']],
  ['numbers are left out', [10, 11, 400], ['jumped']],
  ['a few numbers are left out, as servers do', [10, 14, 60], []],
])('when it comes back and %s', async (_, words, missed) => {
  const stream = makeStream();
  const one = stream.follow({ at: 10, time: timeOf(10) });
  await stream.accept();
  for (const word of words) typeof word === 'number' ? stream.event(word) : stream.say(word);
  expect(one.missed).toEqual(missed);
  expect(one.heard.at(-1)).toBe(words.at(-1));
});

it('a server to which our place means nothing is listened to from now on', async () => {
  const stream = makeStream();
  const one = stream.follow({ at: 10, time: timeOf(10) });
  await stream.accept();
  stream.say({ kind: 'ended', name: 'FutureCursor', isElsewhere: true });
  await stream.accept();
  stream.event(3);
  expect(stream.asked).toEqual([10, undefined]);
  expect(one).toMatchObject({ heard: [3], missed: ['restarted'], problems: [] });
});

it('a stream that breaks is taken up again; one that cannot be opened is told to all', async () => {
  const stream = makeStream();
  const [one, other] = [stream.follow(), stream.follow()];
  await stream.accept();
  stream.event(7);
  stream.cut();
  await stream.accept();
  stream.event(7);
  stream.event(8);
  expect(stream.asked).toEqual([undefined, 7]);
  expect(one.heard).toEqual([7, 7, 8]);
  stream.cut();
  await stream.refuse();
  expect([one.problems, other.problems]).toMatchObject([
    [{ kind: 'unreachable' }],
    [{ kind: 'unreachable' }],
  ]);
  expect(stream.open()).toBe(0);
});

it('a stream that ends as often as it begins is told', async () => {
  const stream = makeStream();
  const one = stream.follow();
  for (let time = 0; time < 4; time += 1) {
    await stream.accept();
    stream.event(time + 1);
    stream.cut();
  }
  expect(one.problems).toMatchObject([{ kind: 'unreachable' }]);
});

it('the last to leave closes it, and who comes then opens it anew', async () => {
  const stream = makeStream();
  const [one, other] = [stream.follow(), stream.follow()];
  await stream.accept();
  one.leave();
  expect(stream.open()).toBe(1);
  other.leave();
  expect(stream.open()).toBe(0);
  stream.follow({ at: 9, time: timeOf(9) });
  await stream.accept();
  expect([stream.open(), stream.asked]).toEqual([1, [undefined, 9]]);
});

it('another language is told after fifty words of it', async () => {
  const stream = makeStream();
  const one = stream.follow();
  await stream.accept();
  for (let word = 0; word < 51; word += 1) stream.say({ kind: 'unreadable' });
  expect(one.problems).toMatchObject([{ kind: 'bad-response' }]);
});
