import { Check, CircleAlert } from 'lucide-react';
import { useInBoth, useWords } from '../../app/language.tsx';
import { words } from './attempt-words.ts';
import type { Mark, Turn } from './use-practice.ts';
import { words as gymWords } from './words.ts';

type MarksProps = { readonly turn: Turn; readonly name: string };

/** My answer with the places that told underlined, then what was missing and why, and what was done well. */
export const Marks = ({ turn, name }: MarksProps) => {
  const w = useWords(words);
  const missed = turn.marks.filter(({ verdict }) => verdict === 'missed');
  const met = turn.marks.filter(({ verdict }) => verdict === 'met');
  return (
    <section className="ml-4 tablet:ml-12">
      <figure className="rounded-lg bg-sunk p-4">
        <figcaption className="text-ink-soft text-small">{name}</figcaption>
        <blockquote className="letter mt-1 whitespace-pre-line text-read">
          <Underlined text={turn.text} marks={missed} />
        </blockquote>
      </figure>
      <h2 className="mt-3 font-medium">{w.how}</h2>
      {missed.length === 0 && <p className="mt-1">{w.allMet}</p>}
      <ul className="mt-1 flex flex-col gap-2">
        {missed.map((mark) => (
          <Line key={mark.criterion} mark={mark} text={turn.text} />
        ))}
      </ul>
      {met.length > 0 && (
        <details className="mt-2">
          <summary className="cursor-pointer text-ink-soft">{w.good(met.length)}</summary>
          <ul className="mt-2 flex flex-col gap-2">
            {met.map((mark) => (
              <Line key={mark.criterion} mark={mark} text={turn.text} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};

const Line = ({ mark, text }: { readonly mark: Mark; readonly text: string }) => {
  const w = useWords(words);
  const g = useWords(gymWords);
  const inBoth = useInBoth();
  const { criterion, verdict, start, end, because } = mark;
  const isWhole = start === 0 && end === text.length;
  const quote = end > start && !isWhole ? text.slice(start, Math.min(end, start + 80)).trim() : '';
  const Icon = verdict === 'met' ? Check : CircleAlert;
  return (
    <li className="flex gap-2">
      <Icon
        aria-hidden
        size={18}
        className={`mt-0.5 shrink-0 ${verdict === 'met' ? 'text-good' : 'text-bad'}`}
      />
      <p className="min-w-0">
        <span className="sr-only">{verdict === 'met' ? w.met : w.missed}: </span>
        <span className="inline-block font-medium first-letter:uppercase">{g.names[criterion]}</span>
        {quote && <span className="letter"> «{quote}»</span>}
        <span className="block text-ink-soft text-small">
          {because && `${inBoth(because)} `}
          {w.why[criterion][verdict]}
        </span>
      </p>
    </li>
  );
};

/** Words that were found wanting, underlined where they stand; places where something is missing have none. */
const Underlined = ({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }) => {
  const parts: { readonly text: string; readonly start: number; readonly isMarked: boolean }[] = [];
  let at = 0;
  for (const { start, end } of [...marks].sort((one, other) => one.start - other.start)) {
    if (end <= start || start < at) continue;
    parts.push({ text: text.slice(at, start), start: at, isMarked: false });
    parts.push({ text: text.slice(start, end), start, isMarked: true });
    at = end;
  }
  parts.push({ text: text.slice(at), start: at, isMarked: false });
  return parts.map((part) =>
    part.isMarked ? (
      <mark
        key={`m${part.start}`}
        className="bg-transparent text-ink underline decoration-2 decoration-bad underline-offset-4"
      >
        {part.text}
      </mark>
    ) : (
      <span key={`p${part.start}`}>{part.text}</span>
    ),
  );
};
