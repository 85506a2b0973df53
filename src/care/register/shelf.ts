import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Platform } from '../../platform/platform.ts';
import { type PublicRegisterView, readChain, readPublicRegister } from '../actions/read-register.ts';
import { digestOf } from '../model/chain.ts';
import { listPublicRegisters, REGISTER_SIGNAL } from '../store/register.ts';
import { registerBadge } from './badge.ts';
import { registerFeed } from './feed.ts';
import { registerPage, registerWidget, styleHash, widgetStyleHash } from './page.ts';

export type Leaf = {
  readonly type: string;
  /** Its Content-Security-Policy. */
  readonly policy: string;
  readonly etag: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
  readonly brotli: Uint8Array<ArrayBuffer>;
};

type Book = { readonly leaves: ReadonlyMap<string, Leaf>; readonly madeAt: number; isStale: boolean };

const FRESH_MS = 60_000;
/** However often cases change, a register is drawn no more often than this. */
const REST_MS = 500;

type Shelf = {
  /** A document of a register, by its address; from memory as soon as somebody has read it. */
  read(slug: string, path: string): Promise<Leaf | undefined>;
};

/**
 * The public registers, drawn and compressed once and kept in memory: whoever reads gets what is there at once, and what changed
 * meanwhile is drawn behind. Which registers are public is known beforehand, so that addresses at random cost nothing.
 */
export const createShelf = (platform: Platform): Shelf => {
  const books = new Map<string, Book>();
  const drawing = new Map<string, Promise<Book | undefined>>();
  let open: ReadonlyMap<string, string> = new Map();
  let listedAt = Number.NEGATIVE_INFINITY;
  let listing: Promise<void> | undefined;
  /** Counts what was heard: a register that changed while it was drawn is drawn again. */
  let heard = 0;
  const now = () => platform.clock.now().getTime();

  const list = async (): Promise<void> => {
    const registers = await platform.database.asInstallation(listPublicRegisters);
    open = new Map(registers.map(({ slug, workspaceId }) => [slug, workspaceId]));
    for (const slug of books.keys()) if (!open.has(slug)) books.delete(slug);
    listedAt = now();
  };
  const listOnce = (): Promise<void> => {
    listing ??= list().finally(() => {
      listing = undefined;
    });
    return listing;
  };
  const draw = (slug: string, workspaceId: string): Promise<Book | undefined> => {
    const known = drawing.get(slug);
    if (known) return known;
    const heardBefore = heard;
    const work = drawBook(platform, workspaceId)
      .then((leaves) => {
        const book = leaves && { leaves, madeAt: now(), isStale: heard !== heardBefore };
        if (book) books.set(slug, book);
        else books.delete(slug);
        return book;
      })
      .finally(() => drawing.delete(slug));
    drawing.set(slug, work);
    return work;
  };
  const hear = (workspaceId: string) => {
    heard += 1;
    for (const [slug, book] of books)
      if (workspaceId === '' || open.get(slug) === workspaceId) book.isStale = true;
    void listOnce().catch((error: unknown) => platform.log.warn({ error: String(error) }, 'no registers'));
  };
  void platform.signals.on(REGISTER_SIGNAL, hear);

  return {
    read: async (slug, path) => {
      if (now() - listedAt > FRESH_MS)
        await (listedAt < 0 ? listOnce() : void listOnce().catch(() => undefined));
      const workspaceId = open.get(slug);
      if (!workspaceId) return undefined;
      const book = books.get(slug);
      if (!book) return (await draw(slug, workspaceId))?.leaves.get(path);
      if (now() - book.madeAt > (book.isStale ? REST_MS : FRESH_MS))
        draw(slug, workspaceId).catch((error: unknown) =>
          platform.log.warn({ error: String(error) }, 'a register could not be drawn'),
        );
      return book.leaves.get(path);
    },
  };
};

const HTML = 'text/html; charset=utf-8';
const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'";
const pagePolicy = `${NOTHING}; style-src '${styleHash}'; frame-ancestors 'none'`;
/** The one thing of ours that others may frame: it can do nothing. */
const widgetPolicy = `${NOTHING}; style-src '${widgetStyleHash}'; frame-ancestors *`;
const plainPolicy = `${NOTHING}; frame-ancestors 'none'`;

const drawBook = async (
  platform: Platform,
  workspaceId: string,
): Promise<ReadonlyMap<string, Leaf> | undefined> => {
  const view = await readPublicRegister(platform, workspaceId);
  if (!view) return undefined;
  const { baseUrl } = platform.config;
  const chain = await readChain(platform, workspaceId);
  const leaves = new Map<string, Leaf>();
  const add = (path: string, type: string, policy: string, text: string) =>
    leaves.set(path, leafOf(type, policy, text));
  for (const language of ['it', 'en'] as const) {
    const asked = { language, baseUrl };
    const [badge, widget] = language === 'it' ? ['bollino.svg', 'riquadro'] : ['badge.svg', 'widget'];
    add(`${language}/`, HTML, pagePolicy, registerPage(view, asked));
    add(`${language}/feed.xml`, 'application/rss+xml; charset=utf-8', plainPolicy, registerFeed(view, asked));
    add(`${language}/${badge}`, 'image/svg+xml', plainPolicy, registerBadge(view, language));
    add(`${language}/${widget}`, HTML, widgetPolicy, registerWidget(view, asked));
  }
  add('it/dati.json', 'application/json', plainPolicy, JSON.stringify(dataOf(view)));
  add('it/catena.json', 'application/json', plainPolicy, JSON.stringify({ days: chain }));
  return leaves;
};

const dataOf = ({ slug, ...view }: PublicRegisterView) => ({ v: 1, register: slug, ...view });

const leafOf = (type: string, policy: string, text: string): Leaf => {
  const plain = new TextEncoder().encode(text);
  const brotli = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return {
    type,
    policy,
    etag: `"${digestOf(text).slice(0, 24)}"`,
    plain,
    gzip: new Uint8Array(gzipSync(plain)),
    brotli: new Uint8Array(brotli),
  };
};
