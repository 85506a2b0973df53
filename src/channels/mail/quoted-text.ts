import { isQuoteLine, markAt } from './attribution-line.ts';
import { withoutSignature } from './signature.ts';

export type Split = {
  /** What the writer says here. */
  readonly text: string;
  /** Whose words come along: the letter answered or passed on. */
  readonly quoted?: string;
};

const MAX_LINES = 20_000;

/**
 * Parts what is written in a letter from the letters below it. Answers written in between the quotes stay where they
 * are, with the quotes they answer. A letter that only passes another one on keeps all of it. Linear and total.
 */
export const splitQuoted = (whole: string): Split => {
  const lines = whole.replace(/\r\n?/g, '\n').split('\n', MAX_LINES);
  const cut = findCut(lines);
  const split = cut === undefined ? splitTrailing(lines) : splitAt(lines, cut);
  const text = withoutSignature(split.own).join('\n').trim();
  const quoted = split.quoted.join('\n').trim();
  // Nothing of one's own: what is passed on is the message.
  if (text === '') return { text: whole.trim() };
  return quoted === '' ? { text } : { text, quoted };
};

type Cut = { readonly at: number; readonly lines: number; readonly kind: 'reply' | 'header' | 'forward' };
type Lines = { readonly own: readonly string[]; readonly quoted: readonly string[] };

const findCut = (lines: readonly string[]): Cut | undefined => {
  for (let at = 0; at < lines.length; at += 1) {
    if (isQuoteLine(lines[at] ?? '')) continue;
    const mark = markAt(lines, at);
    if (mark) return { at, ...mark };
  }
  return undefined;
};

const splitAt = (lines: readonly string[], cut: Cut): Lines => {
  const before = lines.slice(0, cut.at);
  const after = lines.slice(cut.at + cut.lines);
  if (cut.kind === 'reply' && after.some(isQuoteLine)) {
    const inline = splitTrailing(after);
    const answers = withoutSignature(inline.own);
    if (hasOwnWords(answers)) {
      const isBottomPosted = before.every(isBlank) && !answers.slice(firstOwn(answers)).some(isQuoteLine);
      if (isBottomPosted) {
        const from = firstOwn(answers);
        return {
          own: answers.slice(from),
          quoted: [...lines.slice(cut.at, cut.at + cut.lines), ...answers.slice(0, from), ...inline.quoted],
        };
      }
      return { own: [...before, ...answers], quoted: inline.quoted };
    }
  }
  return { own: before, quoted: lines.slice(cut.at) };
};

/** The block of quoted lines at the very end, if what stands before it is the writer's own. */
const splitTrailing = (lines: readonly string[]): Lines => {
  let from = lines.length;
  while (from > 0 && (isQuoteLine(lines[from - 1] ?? '') || isBlank(lines[from - 1] ?? ''))) from -= 1;
  const tail = lines.slice(from);
  return tail.some(isQuoteLine) ? { own: lines.slice(0, from), quoted: tail } : { own: lines, quoted: [] };
};

const isBlank = (line: string): boolean => line.trim() === '';

const hasOwnWords = (lines: readonly string[]): boolean =>
  lines.some((line) => !isQuoteLine(line) && !isBlank(line));

const firstOwn = (lines: readonly string[]): number =>
  lines.findIndex((line) => !isQuoteLine(line) && !isBlank(line));
