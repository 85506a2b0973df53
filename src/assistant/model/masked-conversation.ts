import { maskPersonalData } from '../../language/index.ts';
import { err, ok, type Result } from '../../platform/result.ts';

export type Turn = {
  readonly ours: boolean;
  /** Of whoever wrote it; null when not known. */
  readonly name: string | null;
  readonly words: string;
};

export type MaskedConversation = {
  /** What leaves the house. */
  readonly text: string;
  /** Different data that are not in it. */
  readonly masked: number;
  /** Puts the data back into an answer; one that names data which were never there is refused. */
  restore(answer: string): Result<string, { readonly kind: 'invented-data' }>;
};

/** Longest part of a turn that is sent, in UTF-16 units. */
const LONGEST_TURN = 3_000;
const BETWEEN = '\u241e';
const placeholder = /\[\s*(\p{L}[\p{L} ]{1,20}?)\s+(\d{1,9})\s*\]/gu;

/**
 * A conversation as a stranger may see it: personal data and the names of people are placeholders ("[telefono 1]",
 * "[nome 1]"), the same for the same datum in all turns; cut only after that, so that no half of a datum is left.
 */
export const maskConversation = (turns: readonly Turn[]): MaskedConversation => {
  const joined = turns.map(({ words }) => words.replaceAll(BETWEEN, ' ')).join(`\n${BETWEEN}\n`);
  const found = maskPersonalData(joined);
  const names = namesOf(turns, joined);
  const bodies = names.hide(found.text).split(`\n${BETWEEN}\n`);
  const text = turns.map((turn, index) => tell(names.labelOf(turn), bodies[index] ?? '')).join('\n');
  const sent = new Set(placeholdersIn(text));
  const before = new Set(placeholdersIn(joined));
  return {
    text,
    masked: [...sent].filter((name) => !before.has(name)).length,
    restore: (answer) => {
      const named = answer.replace(placeholder, canonical);
      if (placeholdersIn(named).some((name) => !sent.has(name))) return err({ kind: 'invented-data' });
      return ok(names.show(found.restore(named)));
    },
  };
};

const canonical = (_whole: string, label: string, number: string): string =>
  `[${label.toLowerCase().replace(/\s+/g, ' ')} ${Number(number)}]`;

const placeholdersIn = (text: string): readonly string[] =>
  [...text.matchAll(placeholder)].map(([whole, label = '', number = '']) => canonical(whole, label, number));

/** Marks of the frame inside a text are taken away: words of others cannot end their own quotation. */
const tell = (label: string, body: string): string =>
  `<messaggio da="${label}">\n${body.slice(0, LONGEST_TURN).replaceAll('<', '‹').replaceAll('>', '›')}\n</messaggio>`;

/** First names and the rest of names, each with a placeholder of its own: an answer may then greet either way. */
const namesOf = (turns: readonly Turn[], joined: string) => {
  const taken = new Set(placeholdersIn(joined));
  const data = new Map<string, string>();
  const labels = new Map<string, string>();
  let number = 0;
  for (const { ours, name } of turns) {
    const whole = name?.trim();
    if (ours || !whole || labels.has(whole)) continue;
    do number += 1;
    while (taken.has(`[nome ${number}]`) || taken.has(`[cognome ${number}]`));
    const [first = whole, ...rest] = whole.split(/\s+/);
    data.set(`[nome ${number}]`, first);
    if (rest.length > 0) data.set(`[cognome ${number}]`, rest.join(' '));
    labels.set(whole, rest.length > 0 ? `[nome ${number}] [cognome ${number}]` : `[nome ${number}]`);
  }
  const hidden = [...data].filter(([, value]) => [...value].length > 2);
  return {
    labelOf: ({ ours, name }: Turn): string =>
      ours ? 'noi' : (labels.get(name?.trim() ?? '') ?? 'una persona'),
    hide: (text: string): string =>
      hidden.reduce((hiding, [label, value]) => replaceWord(hiding, value, label), text),
    show: (text: string): string => text.replace(placeholder, (name) => data.get(name) ?? name),
  };
};

/** Never inside a placeholder, whatever people are called. */
const replaceWord = (text: string, word: string, label: string): string =>
  text.replace(
    new RegExp(`(?<![\\p{L}\\p{N}\\[])${literally(word)}(?![\\p{L}\\p{N}]| \\d+\\])`, 'giu'),
    () => label,
  );

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
