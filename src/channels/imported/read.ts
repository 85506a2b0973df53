import type { Reading, Told } from '../told/told.ts';

export const formatIds = [
  'csv',
  'json',
  'mbox',
  'whatsapp',
  'facebook',
  'instagram',
  'linkedin',
  'x',
  'google',
] as const;
export type FormatId = (typeof formatIds)[number];

/** Why a row was left out, in kinds that the screens know words for. */
export const troubles = [
  'not-json',
  'row-too-long',
  'quote-open',
  'no-text',
  'no-date',
  'not-understood',
  'file-too-large',
  'file-damaged',
] as const;
export type Trouble = (typeof troubles)[number];

/** A row as it stands in the file: a value that JSON can hold, or why there is none. `line` counts from 1. */
export type Read =
  | { readonly line: number; readonly record: unknown }
  | { readonly line: number; readonly trouble: Trouble };

/** Reads a text that comes in pieces, however they are cut. Total: nothing in the text makes it throw. */
export type TextReader = { push(piece: string): readonly Read[]; end(): readonly Read[] };

/** What a record says; `nothing` for what is no word of anybody (a system's notice), which is passed over in silence. */
export type Telling = { readonly told: Told } | { readonly trouble: Trouble } | { readonly nothing: true };

/**
 * A kind of file. `reader` cuts a text (of an archive: one file inside, by its path) into records; `tell` says what a record
 * means, and `identify` what makes it the same when the file comes again.
 */
export type Format = {
  readonly id: FormatId;
  reader(context: Readonly<Record<string, string>>, file: string): TextReader;
  tell(record: unknown, reading: Reading): Telling;
  /** Undefined: the record itself. */
  identify?(record: unknown, reading: Reading): string | undefined;
  /** Files of an archive that hold words, by the end of their path; absent for formats that are no archive. */
  readonly wants?: RegExp;
  /** Files of an archive that say whose it is: read first. */
  readonly about?: RegExp;
  aboutOf?(text: string): Readonly<Record<string, string>>;
};
