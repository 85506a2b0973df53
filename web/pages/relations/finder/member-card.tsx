import { Pin, PinOff, UserMinus } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import { useInBoth, useWords } from '../../../app/language.tsx';
import { Avatar } from '../../../components/avatar/avatar.tsx';
import { buttonLook } from '../../../components/button/button-look.ts';
import { PersonLink } from '../map/person-link.tsx';
import { useFigures } from '../use-figures.ts';
import type { TeamMember } from '../views.ts';
import { words } from './words.ts';

type MemberCardProps = {
  readonly member: TeamMember;
  readonly isPinned: boolean;
  readonly isExcluded: boolean;
  /** Absent: only to be read. */
  readonly onPin?: (() => void) | undefined;
  readonly onExclude?: (() => void) | undefined;
};

/** One of the team: why, what would be lost without them, how many hours, and who could stand in. */
export const MemberCard = ({ member, isPinned, isExcluded, onPin, onExclude }: MemberCardProps) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  const { share, tenth } = useFigures();
  const { contact, gain, hours, reasons, substitute } = member;
  return (
    <li className={`border-line border-b py-5 last:border-b-0 ${isExcluded ? 'opacity-60' : ''}`}>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <Avatar name={contact.name} />
        <div className="min-w-0 flex-1 basis-64">
          <p className={`font-semibold text-read ${isExcluded ? 'line-through' : ''}`}>
            <PersonLink person={contact} />
          </p>
          <p className="tabular text-ink-soft text-small">{w.memberHours(tenth(hours))}</p>
          <ul aria-label={w.why} className="mt-2 flex max-w-read flex-col gap-1 text-read">
            {reasons.map((reason) => (
              <li key={reason.it}>{inBoth(reason)}</li>
            ))}
            <li className="tabular">{w.gain(share(gain))}</li>
          </ul>
          {substitute && (
            <p className="tabular mt-2 text-ink-soft">
              {w.substitute(share(substitute.lossPercent / 100))} <PersonLink person={substitute.contact} />.
            </p>
          )}
        </div>
        {onPin && onExclude && (
          <div className="flex shrink-0 flex-wrap gap-2">
            <ToggleButton
              isSelected={isPinned}
              onChange={onPin}
              aria-label={`${w.pin}: ${contact.name}`}
              className={`${buttonLook('plain', 'small')} data-selected:border-accent data-selected:bg-accent-soft`}
            >
              {isPinned ? <PinOff aria-hidden size={14} /> : <Pin aria-hidden size={14} />}
              {isPinned ? w.pinned : w.pin}
            </ToggleButton>
            <ToggleButton
              isSelected={isExcluded}
              onChange={onExclude}
              aria-label={`${w.exclude}: ${contact.name}`}
              className={`${buttonLook('plain', 'small')} data-selected:border-accent data-selected:bg-accent-soft`}
            >
              <UserMinus aria-hidden size={14} />
              {isExcluded ? w.willBeExcluded : w.exclude}
            </ToggleButton>
          </div>
        )}
      </div>
    </li>
  );
};
