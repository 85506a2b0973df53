import { useWords } from '../../app/language.tsx';
import { useTimes } from '../../app/times.ts';
import { Badge } from '../../components/card/card.tsx';
import type { CaseState, CaseSummary, Gravity } from './use-care.ts';
import { words } from './words.ts';

const tones: Readonly<Record<CaseState, 'good' | 'warn' | 'bad' | 'plain' | 'accent'>> = {
  reported: 'accent',
  acknowledged: 'plain',
  understood: 'plain',
  offered: 'plain',
  resolved: 'good',
  confirmed: 'good',
  reopened: 'warn',
  closed: 'warn',
  unfounded: 'plain',
  'handed-over': 'plain',
  undone: 'plain',
};

/** Where a case stands, in a word. */
export const StateMark = ({ state }: { readonly state: CaseState }) => {
  const w = useWords(words);
  return <Badge tone={tones[state]}>{w.states[state]}</Badge>;
};

/** How grave it is: as many strokes as its word says. */
export const GravityMark = ({ gravity }: { readonly gravity: Gravity }) => {
  const w = useWords(words);
  return (
    <span
      className={`whitespace-nowrap text-small ${gravity >= 3 ? 'font-medium text-bad' : 'text-ink-soft'}`}
    >
      <span aria-hidden className="tracking-tighter">
        {'▍'.repeat(gravity)}
      </span>{' '}
      {w.gravities[gravity]}
    </span>
  );
};

/** By when; nothing once it has ended. */
export const DueMark = ({ one }: { readonly one: Pick<CaseSummary, 'dueAt' | 'endedAt' | 'isOverdue'> }) => {
  const w = useWords(words);
  const times = useTimes();
  if (!one.dueAt || one.endedAt) return null;
  const when = times.date(one.dueAt);
  return (
    <span className={one.isOverdue ? 'font-medium text-bad' : ''}>
      {one.isOverdue ? w.overdue(when) : w.due(when)}
    </span>
  );
};
