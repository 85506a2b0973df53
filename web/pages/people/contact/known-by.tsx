import { useWords } from '../../../app/language.tsx';
import { useTimes } from '../../../app/times.ts';
import { Avatar } from '../../../components/avatar/avatar.tsx';
import type { ContactDetail } from '../views.ts';
import { Part } from './part.tsx';
import { words } from './words.ts';

/** Who of us knows them. */
export const KnownBy = ({ knownBy }: { readonly knownBy: ContactDetail['knownBy'] }) => {
  const w = useWords(words);
  const times = useTimes();
  return (
    <Part title={w.knownBy}>
      {knownBy.length === 0 ? (
        <p className="text-ink-soft">{w.knownByNobody}</p>
      ) : (
        <ul className="flex flex-col gap-2">
          {knownBy.map(({ personId, name, count, lastAt }) => (
            <li key={personId} className="flex items-center gap-3">
              <Avatar name={name} size="small" />
              <p>
                <span className="font-medium">{name}</span>{' '}
                <span className="text-ink-soft">
                  {w.spoke(count)}
                  {lastAt && `, ${w.lastTime(times.ago(lastAt))}`}
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
};
