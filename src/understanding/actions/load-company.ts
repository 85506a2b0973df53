import { createHash } from 'node:crypto';
import {
  type LexiconEntry,
  layerOf,
  MOST_CORRECTIONS,
  type Reading,
  type ShippedLanguage,
} from '../../language/index.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import type { CompanyFigures } from '../model/learn-company.ts';
import { readPack } from '../model/pack-text.ts';
import { readWords, type Words } from '../model/readable-text.ts';
import { createSwitchReader, type SwitchReader } from '../model/switch-reader.ts';
import { readLessons } from '../store/corrections.ts';
import { type PackRow, selectPacks } from '../store/packs.ts';
import { readSettings } from '../store/settings.ts';
import type { LearnApart } from './learn-apart.ts';

export type Learnt = { readonly size: number; readonly learnedAt: Date; readonly milliseconds: number };

/** How one company reads by now. */
export type Company = {
  /** Of the log and the packs when this was made (UUIDv7: later ones sort later); null before the first change. */
  readonly version: string | null;
  /** False when what people said could not be learnt: texts are read as by a company that has said nothing. */
  readonly isWhole: boolean;
  readonly learnt: Learnt | null;
  understand(words: Words): Reading | null;
  /** Without what corrections taught. */
  understandPlainly(words: Words): Reading | null;
  /** With other packs in place of the enabled ones. */
  withPacks(packs: readonly Pick<PackRow, 'text'>[]): { understand(words: Words): Reading | null };
  /** What the learning brings, measured on what is held back; null while that is too little. */
  figures(): Promise<CompanyFigures | null>;
};

export type Shelf = {
  readonly language: ShippedLanguage;
  readerOf(entries: readonly LexiconEntry[]): SwitchReader;
};

/** The shipped word list is compiled once; those of packs are kept while they are the latest used. */
export const createShelf = (language: ShippedLanguage, most = 8): Shelf => {
  const shipped = createSwitchReader(language, language.entries);
  const kept = new Map<string, SwitchReader>();
  return {
    language,
    readerOf: (entries) => {
      if (entries.length === 0) return shipped;
      const key = createHash('sha256').update(JSON.stringify(entries)).digest('base64');
      const reader = kept.get(key) ?? createSwitchReader(language, [...language.entries, ...entries]);
      kept.delete(key);
      kept.set(key, reader);
      for (const oldest of [...kept.keys()].slice(0, -most)) kept.delete(oldest);
      return reader;
    },
  };
};

type Ground = Pick<Platform, 'database' | 'clock' | 'log'>;

/** What a company is made with; `signal` ends its learning. */
export type Making = { readonly shelf: Shelf; readonly apart: LearnApart; readonly signal: AbortSignal };

/**
 * Makes a company's reader from its packs and its log of corrections: `known` itself when nothing has changed since. The log
 * is learnt in another thread.
 */
export const loadCompany = async (
  platform: Ground,
  making: Making,
  workspaceId: WorkspaceId,
  known?: Company,
): Promise<Company> => {
  const { version, packs, lessons } = await readTaught(platform, workspaceId);
  if (known?.isWhole && known.version === version) return known;
  const { shelf, apart, signal } = making;
  const entries = entriesOf(packs.filter(({ enabled }) => enabled));
  const began = performance.now();
  const learnt = lessons.length > 0 ? await apart.learn({ entries, lessons }, signal) : null;
  if (learnt && !learnt.ok && !signal.aborted)
    platform.log.warn({ failure: learnt.error.kind }, 'corrections could not be learnt');
  const layer = learnt?.ok ? layerOf(learnt.value) : null;
  const switchable = shelf.readerOf(entries);
  const [taught, plain] = [switchable.with(layer), switchable.with(null)];
  let figures: Promise<CompanyFigures | null> | undefined;
  return {
    version,
    isWhole: learnt?.ok !== false,
    learnt: layer && {
      size: layer.size,
      learnedAt: platform.clock.now(),
      milliseconds: Math.round(performance.now() - began),
    },
    understand: (words) => readWords(taught, words),
    understandPlainly: (words) => readWords(plain, words),
    withPacks: (others) => {
      const all = [...shelf.language.entries, ...entriesOf(others)];
      const reader = createSwitchReader(shelf.language, all).with(layer);
      return { understand: (words) => readWords(reader, words) };
    },
    figures: () => {
      figures ??= measure(platform, making, workspaceId, entries);
      return figures;
    },
  };
};

const readTaught = (platform: Pick<Platform, 'database'>, workspaceId: WorkspaceId) =>
  platform.database.inWorkspace(workspaceId, async (tx) => ({
    version: (await readSettings(tx, workspaceId)).version,
    packs: await selectPacks(tx, workspaceId),
    lessons: await readLessons(tx, workspaceId, MOST_CORRECTIONS),
  }));

const entriesOf = (packs: readonly Pick<PackRow, 'text'>[]): readonly LexiconEntry[] =>
  packs.flatMap(({ text }) => readPack(text).entries);

const measure = async (
  platform: Ground,
  { apart, signal }: Making,
  workspaceId: WorkspaceId,
  entries: readonly LexiconEntry[],
): Promise<CompanyFigures | null> => {
  const { lessons } = await readTaught(platform, workspaceId);
  const measured = await apart.measure({ entries, lessons }, signal);
  if (measured.ok) return measured.value;
  if (!signal.aborted) platform.log.warn({ failure: measured.error.kind }, 'learning could not be measured');
  return null;
};
