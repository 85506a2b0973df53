import type { Channel } from '../../src/channels/contract.ts';
import type { ChannelEvent, RawItem } from '../../src/channels/events.ts';

const common =
  'vino casa giorno sempre buono bella tempo anno cosa fare molto bene grazie dopo prima oggi ieri domani città mangiare bere amici festa piazza scuola lavoro strada mare montagna sole'.split(
    ' ',
  );
const rare = Array.from({ length: 20_000 }, (_, index) => `par${(index * 7_919).toString(36)}o`);

/** The same numbers at every run: a linear congruential generator (the constants of ANSI C). */
export const createRandom = (seed = 42): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state / 0x7fff_ffff;
  };
};

/** A channel whose raw items are their own meaning. */
export const plainChannel: Pick<Channel, 'manifest' | 'normalise'> = {
  manifest: { id: 'bluesky', dataTerms: { keepContent: 'yes' } } as Channel['manifest'],
  normalise: (raw) => JSON.parse(raw.body) as ChannelEvent[],
};

/**
 * Posts as a public network brings them: 22 words, common ones and a long tail of rare ones, 20,000 authors, three of ten
 * name the company, one of four answers one of the latest 2,000.
 */
export const createInventor = (startAt: number, random = createRandom()) => {
  const pick = <Value>(list: readonly Value[], skew = 1): Value =>
    list[Math.floor(list.length * random() ** skew)] as Value;
  const text = (): string => {
    const words = Array.from({ length: 22 }, () => (random() < 0.5 ? pick(common) : pick(rare, 4)));
    if (random() < 0.3) words.splice(5, 0, 'Cantina Rossi');
    return `${words.join(' ')}.`;
  };
  const nativeId = (index: number): string =>
    `at://did:plc:abcdefghijklmnop${index % 20_000}/app.bsky.feed.post/3k${index.toString(36).padStart(11, '2')}`;
  return (index: number, saidAt = new Date(startAt + index * 100)): RawItem => {
    const author = index % 20_000;
    const parent =
      index > 0 && random() < 0.25
        ? nativeId(index - 1 - Math.floor(random() * Math.min(index, 2_000)))
        : undefined;
    const event: ChannelEvent = {
      kind: 'item',
      item: {
        nativeId: nativeId(index),
        revision: `bafyreib${index}`,
        form: 'post',
        visibility: 'public',
        author: {
          nativeId: `did:plc:${author}`,
          name: `Persona ${author}`,
          handle: `persona${author}.example`,
        },
        ours: false,
        addressed: true,
        text: text(),
        saidAt: saidAt.toISOString(),
        references: [],
        links: [],
        media: [],
        replyContext: { cid: `bafyreib${index}` },
        ...(parent ? { parentNativeId: parent } : {}),
      },
    };
    return {
      nativeId: event.item.nativeId,
      revision: event.item.revision,
      contentType: 'application/json',
      encoding: 'utf8',
      body: JSON.stringify([event]),
      context: {},
    };
  };
};
