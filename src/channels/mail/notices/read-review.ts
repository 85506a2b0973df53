import { cleanBody, cleanLine } from '../../clean-words.ts';
import { type Rating, readRating } from '../../told/read-rating.ts';

/** What a platform's mail says that somebody wrote there. */
export type Notice = {
  readonly platform: string;
  readonly form: 'review' | 'comment' | 'message';
  readonly author: string;
  readonly text: string;
  readonly title?: string;
  readonly rating?: Rating;
  /** Where it is answered: always an address of the platform itself. */
  readonly url?: string;
};

/** A platform's mails, by what is known of them. None of these vendors documents them: all of it may be wrong tomorrow. */
export type NoticeKind = {
  readonly platform: string;
  /** Host names from which it writes. */
  readonly senders: readonly string[];
  /** Host names to which its links lead. */
  readonly hosts: readonly string[];
  /** What its subjects say: the group `author` names who wrote. */
  readonly subjects: readonly RegExp[];
  readonly form: Notice['form'];
  /** Of how many stars or points. */
  readonly best: number;
  /** Links to choose rather than others. */
  readonly answerLink: RegExp;
};

export type NoticeLetter = {
  readonly subject: string;
  readonly text: string;
  readonly links: readonly string[];
};

/** Undefined when the mail does not say enough: then it is a mail like any other. */
export const readReview = (kind: NoticeKind, letter: NoticeLetter): Notice | undefined => {
  const subject = kind.subjects.map((each) => each.exec(letter.subject)).find((found) => found !== null);
  const lines = linesOf(letter.text);
  const stars = ratingIn(lines, letter.subject, kind.best);
  if (!subject || (kind.form === 'review' && !stars)) return undefined;
  const said = wordsIn(lines, stars?.at ?? -1);
  const author = cleanLine(
    labelled(lines, labels.author) || subject.groups?.author || said.author || '',
    200,
  );
  const text = cleanBody(said.text);
  if (text === '' && !stars) return undefined;
  const title = cleanLine(labelled(lines, labels.title), 300);
  const url = linkIn(kind, letter.links);
  return {
    ...{ platform: kind.platform, form: kind.form, author, text },
    ...(title ? { title } : {}),
    ...(stars ? { rating: stars.rating } : {}),
    ...(url ? { url } : {}),
  };
};

const MOST_LINES = 400;

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n', MOST_LINES * 4)
    .map((line) => line.replace(/^(?:>\s?)+/, '').trim())
    .filter((line) => line !== '' && line.length < 20_000)
    .slice(0, MOST_LINES);

const labels = {
  author: /^(?:autore|recensore|reviewer|name|nome|ospite|guest(?: name)?|da)\s*:\s*(.{1,200})$/i,
  title: /^(?:titolo|title)\s*:\s*(.{1,300})$/i,
  rating:
    /^(?:valutazione|voto|punteggio|rating|score|review score|stelle|stars)(?:\s+(?:complessiv[oa]|overall))?\s*:?\s*(.{1,40})$/i,
  text: /^(?:recensione|review|commento|comment|testo|messaggio|message|cosa è piaciuto|what was liked|positiv[oi]|negativ[oi])\s*:\s*(.*)$/i,
};

const labelled = (lines: readonly string[], label: RegExp): string =>
  lines
    .map((line) => (line.length < 400 ? label.exec(line)?.[1] : undefined))
    .find((found) => found !== undefined) ?? '';

type Stars = { readonly rating: Rating; readonly at: number };

const ratingIn = (lines: readonly string[], subject: string, best: number): Stars | undefined => {
  for (const [at, line] of lines.entries()) {
    if (line.length > 80) continue;
    const rating = starsOf(labels.rating.exec(line)?.[1] ?? '', best) ?? starsAlone(line, best);
    if (rating) return { rating, at };
  }
  const told = /(\d(?:[.,]\d)?)[\s-]*(?:stell[ae]|stars?)|([★⭐]{1,5}[☆✩]{0,4})/iu.exec(subject);
  const rating = told ? starsOf(told[1] ?? told[2] ?? '', best) : undefined;
  return rating && { rating, at: -1 };
};

/** Points without "of so many" are of as many as the platform gives. */
const starsOf = (text: string, best: number): Rating | undefined => {
  const said = text.trim();
  if (/^\d{1,2}(?:[.,]\d)?$/.test(said)) {
    const value = Number(said.replace(',', '.'));
    return value <= best ? { value, best } : undefined;
  }
  return readRating(said);
};

/** A line that is nothing but a rating, and says that it is one: a mere figure is not. */
const starsAlone = (line: string, best: number): Rating | undefined => {
  const said = /^(.{1,30}?)\s*(?:(?:-|·|•|\|).{0,40})?$/u.exec(line)?.[1] ?? line;
  return /[★⭐]|stell|star|\/\s*(?:5|10)\b|\b(?:su|out of)\s+(?:5|10)\b/iu.test(said)
    ? starsOf(said, best)
    : undefined;
};

/** Where a platform's own words begin again. */
const ends =
  /^(?:rispondi|leggi|vedi|visualizza|gestisci|scopri|reply|respond|read|view|see|manage|mostra|show|vai|go to|https?:|annulla l['’]iscrizione|unsubscribe|©|google llc|questa (?:e-?mail|recensione)|this (?:e-?mail|review)|hai ricevuto|you (?:received|are receiving)|—|--|grazie|il team|the .{1,20} team|booking\.com|tripadvisor|trustpilot|facebook|meta)/i;

const wordsIn = (
  lines: readonly string[],
  starsAt: number,
): { readonly text: string; readonly author: string } => {
  const labelledAt = lines.findIndex((line) => line.length < 20_000 && labels.text.test(line.slice(0, 400)));
  const author =
    starsAt > 0 && !labels.author.test(lines[starsAt - 1] ?? '') ? nameIn(lines[starsAt - 1] ?? '') : '';
  if (labelledAt >= 0) {
    const first = labels.text.exec(lines[labelledAt] ?? '')?.[1] ?? '';
    return { text: [first, ...upTo(lines.slice(labelledAt + 1))].join('\n'), author };
  }
  const quoted = lines
    .map((line) => /^["“«](.{2,})["”»]$/.exec(line)?.[1])
    .find((line) => line !== undefined);
  if (quoted !== undefined) return { text: quoted, author };
  return { text: starsAt < 0 ? '' : upTo(lines.slice(starsAt + 1)).join('\n'), author };
};

const upTo = (lines: readonly string[]): readonly string[] => {
  const end = lines.findIndex((line) => ends.test(line) || (labels.author.test(line) && line.length < 200));
  return end < 0 ? lines : lines.slice(0, end);
};

/** One to five words, no sentence. */
const nameIn = (line: string): string =>
  line.length <= 80 && !/[.:;!?@]/.test(line) && line.split(/\s+/).length <= 5 ? line : '';

/** Only of the platform's own hosts: a mail that was made up leads nowhere else. */
const linkIn = ({ hosts, answerLink }: NoticeKind, links: readonly string[]): string | undefined => {
  const own = links.filter((link) => {
    const url = URL.parse(link);
    return (
      url?.protocol === 'https:' &&
      isOfHost(url.hostname, hosts) &&
      !/unsubscribe|disiscri|\/(?:privacy|terms|help|legal)/i.test(link)
    );
  });
  return own.find((link) => answerLink.test(link)) ?? own[0];
};

export const isOfHost = (host: string, hosts: readonly string[]): boolean =>
  hosts.some((each) => host.toLowerCase() === each || host.toLowerCase().endsWith(`.${each}`));
