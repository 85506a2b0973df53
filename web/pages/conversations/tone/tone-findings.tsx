import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useInBoth, useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { type Change, changeIn, type ToneFinding } from './tone-view.ts';
import { words } from './words.ts';

const FIRST = 3;

export type ToneFindingsProps = {
  readonly body: string;
  readonly findings: readonly ToneFinding[];
  readonly onShow: (finding: ToneFinding) => void;
  readonly onApply: (change: Change) => void;
  readonly onFine: (finding: ToneFinding) => void;
};

/** What a careful colleague would say of the draft: which words, why, and another way to say it. */
export const ToneFindings = ({ findings, ...rest }: ToneFindingsProps) => {
  const w = useWords(words);
  const [isOpen, setOpen] = useState(() => window.matchMedia('(min-width: 60rem)').matches);
  const [showsAll, setShowsAll] = useState(false);
  const inOrder = findings.toSorted((one, other) => weight(one) - weight(other));
  const shown = showsAll ? inOrder : inOrder.slice(0, FIRST);
  return (
    <section aria-label={w.title} className="-mt-4 border-accent border-l-2 pl-3">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="flex min-h-8 cursor-default items-center gap-1.5 text-small"
      >
        <span className="font-medium">{w.title}:</span>
        <span className="text-ink-soft">{w.count(findings.length)}</span>
        <ChevronDown aria-hidden size={14} className={`text-ink-soft ${isOpen ? 'rotate-180' : ''}`} />
      </button>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section tabIndex={0} aria-label={w.list} className="max-h-56 overflow-auto">
          <ul className="flex flex-col">
            {shown.map((finding) => (
              <Finding key={`${finding.kind}-${finding.start}`} finding={finding} {...rest} />
            ))}
          </ul>
          {inOrder.length > shown.length && (
            <Button size="small" weight="quiet" onPress={() => setShowsAll(true)}>
              {w.more(inOrder.length - shown.length)}
            </Button>
          )}
        </section>
      )}
    </section>
  );
};

const weight = ({ level }: ToneFinding): number => (level === 'warning' ? 0 : 1);

type FindingProps = Omit<ToneFindingsProps, 'findings'> & { readonly finding: ToneFinding };

const Finding = ({ finding, body, onShow, onApply, onFine }: FindingProps) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  const said = body.slice(finding.start, finding.end);
  return (
    <li className="border-line border-b py-2 last:border-b-0">
      <p className="text-small">
        <span className="font-medium">{inBoth(finding.title)}</span>
        {said && (
          <button
            type="button"
            title={w.show}
            onClick={() => onShow(finding)}
            className="ml-2 cursor-default rounded-sm font-serif text-body text-ink-soft italic hover:bg-sunk"
          >
            «{shortened(said)}»
          </button>
        )}
      </p>
      <p className="max-w-read text-ink-soft text-small">{inBoth(finding.why)}</p>
      <p className="mt-1 flex flex-wrap gap-2">
        {finding.proposal && (
          <Button
            size="small"
            className="max-w-full shrink!"
            onPress={() => finding.proposal && onApply(changeIn(body, finding.proposal))}
          >
            <span className="truncate">{proposed(finding.proposal, w)}</span>
          </Button>
        )}
        <Button size="small" weight="quiet" onPress={() => onFine(finding)}>
          {w.fine}
        </Button>
      </p>
    </li>
  );
};

const proposed = (
  { text, start, end, ready }: NonNullable<ToneFinding['proposal']>,
  w: (typeof words)['it'],
): string => {
  const short = shortened(text.trim());
  if (short === '') return w.drop;
  if (!ready) return w.complete(short);
  return start === end ? w.add(short) : w.write(short);
};

const shortened = (text: string): string => (text.length > 70 ? `${text.slice(0, 69).trimEnd()}…` : text);
