import { createHash } from 'node:crypto';
import {
  type CompanyLayer,
  compileLexicon,
  createFeatureReader,
  type LexiconEntry,
  learnLayer,
  MOST_CORRECTIONS,
  type Reading,
  type ShippedLanguage,
} from '../../language/index.ts';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Figures, figuresOf, type Measured } from '../model/figures.ts';
import { joinJudgements } from '../model/judgement.ts';
import { correctionOf, type Lesson } from '../model/lesson.ts';
import { readPack } from '../model/pack-text.ts';
import { readWords, type Words } from '../model/readable-text.ts';
import { readLessons } from '../store/corrections.ts';
import { type PackRow, selectPacks } from '../store/packs.ts';
import { readSettings } from '../store/settings.ts';
import { createSwitchReader, type SwitchReader } from './switch-reader.ts';

/** Fewer held-back texts say nothing. */
const FEWEST_MEASURED = 10;

export type Learnt = { readonly size: number; readonly learnedAt: Date; readonly milliseconds: number };

export type CompanyFigures = { readonly count: number; readonly before: Figures; readonly after: Figures };

/** How one company reads by now. */
export type Company = {
  /** Of the log and the packs when this was made (UUIDv7: later ones sort later); null before the first change. */
  readonly version: string | null;
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

/** Makes a company's reader from its packs and its log of corrections. */
export const loadCompany = async (
  platform: Pick<Platform, 'database' | 'clock'>,
  shelf: Shelf,
  workspaceId: WorkspaceId,
): Promise<Company> => {
  const { version, packs, lessons } = await platform.database.inWorkspace(workspaceId, async (tx) => ({
    version: (await readSettings(tx, workspaceId)).version,
    packs: await selectPacks(tx, workspaceId),
    lessons: await readLessons(tx, workspaceId, MOST_CORRECTIONS),
  }));
  const entries = entriesOf(packs.filter(({ enabled }) => enabled));
  const began = performance.now();
  const layer = lessons.length > 0 ? learn(shelf, entries, lessons) : null;
  const switchable = shelf.readerOf(entries);
  const [learnt, plain] = [switchable.with(layer), switchable.with(null)];
  let figures: Promise<CompanyFigures | null> | undefined;
  return {
    version,
    learnt: layer && {
      size: layer.size,
      learnedAt: platform.clock.now(),
      milliseconds: Math.round(performance.now() - began),
    },
    understand: (words) => readWords(learnt, words),
    understandPlainly: (words) => readWords(plain, words),
    withPacks: (others) => {
      const reader = createSwitchReader(shelf.language, [
        ...shelf.language.entries,
        ...entriesOf(others),
      ]).with(layer);
      return { understand: (words) => readWords(reader, words) };
    },
    figures: () => {
      figures ??= measure(platform, shelf, workspaceId, entries);
      return figures;
    },
  };
};

const entriesOf = (packs: readonly Pick<PackRow, 'text'>[]): readonly LexiconEntry[] =>
  packs.flatMap(({ text }) => readPack(text).entries);

const learn = (shelf: Shelf, entries: readonly LexiconEntry[], lessons: readonly Lesson[]): CompanyLayer => {
  const { weights, entries: shipped } = shelf.language;
  const read = createFeatureReader(compileLexicon([...shipped, ...entries]));
  return learnLayer(weights, read, lessons.map(correctionOf));
};

/** Learns from the others and reads those held back: with and without what was learnt. */
const measure = async (
  platform: Pick<Platform, 'database'>,
  shelf: Shelf,
  workspaceId: WorkspaceId,
  entries: readonly LexiconEntry[],
): Promise<CompanyFigures | null> => {
  const lessons = await platform.database.inWorkspace(workspaceId, (tx) =>
    readLessons(tx, workspaceId, MOST_CORRECTIONS),
  );
  const held = lessons.filter(({ heldBack }) => heldBack);
  if (held.length < FEWEST_MEASURED) return null;
  const layer = learn(
    shelf,
    entries,
    lessons.filter(({ heldBack }) => !heldBack),
  );
  const reader = shelf.readerOf(entries);
  const read = (by: CompanyLayer | null): Figures =>
    figuresOf(
      held.flatMap((lesson): Measured[] => {
        const reading = readWords(reader.with(by), { ...lesson, language: null });
        return reading ? [{ said: joinJudgements(lesson.said), read: reading }] : [];
      }),
    );
  return { count: held.length, before: read(null), after: read(layer) };
};
