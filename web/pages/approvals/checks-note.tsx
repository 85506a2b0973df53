import { ShieldAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Check } from '../../../src/language/checks/check.ts';
import { useInBoth, useWords } from '../../app/language.tsx';
import { onceEach } from './once-each.ts';
import { words } from './words.ts';

/** What stands in the way of sending, or asks to be read first: which words, why, and how to mend it. */
export const ChecksNote = ({
  checks,
  text,
  children,
}: {
  readonly checks: readonly Check[];
  readonly text: string;
  readonly children?: ReactNode;
}) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  const standing = onceEach(
    checks.filter(({ level }) => level !== 'ok'),
    text,
  );
  if (standing.length === 0) return null;
  const blocks = standing.some(({ level }) => level === 'block');
  return (
    <section
      role="status"
      aria-label={blocks ? w.checksBlocked : w.checksWarned}
      className={`rounded-md px-3 py-2 ${blocks ? 'bg-bad-soft' : 'bg-warn-soft'}`}
    >
      <p className="flex items-center gap-2 font-medium text-body">
        <ShieldAlert aria-hidden size={16} className={`shrink-0 ${blocks ? 'text-bad' : 'text-warn'}`} />
        {blocks ? w.checksBlocked : w.checksWarned}
      </p>
      <ul className="mt-1 flex flex-col gap-1">
        {standing.map(({ key, where, title, why, mend }) => (
          <li key={`${key}-${where?.start ?? ''}`} className="max-w-read text-small">
            <span className="font-medium">{inBoth(title)}</span>
            {where && (
              <bdi className="ml-1.5 break-words font-serif text-body italic">
                «{text.slice(where.start, where.end).slice(0, 60)}»
              </bdi>
            )}
            <span className="block text-ink-soft">
              {inBoth(why)} {inBoth(mend)}
            </span>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
};
