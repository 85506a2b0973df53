import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { useMay } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { IconButton } from '../../../components/button/icon-button.tsx';
import { Checkbox } from '../../../components/checkbox/checkbox.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { PersonLink } from '../map/person-link.tsx';
import { useFigures } from '../use-figures.ts';
import type { TeamView } from '../views.ts';
import { compareTeams } from './compare-teams.ts';
import { useRemoveTeam, useSavedTeams } from './use-fields.ts';
import { words } from './words.ts';

/** The teams that were kept; two of them are held against each other. */
export const SavedTeams = ({ fieldId }: { readonly fieldId: string }) => {
  const w = useWords(words);
  const { data } = useSavedTeams(fieldId);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const teams = data?.teams ?? [];
  if (data && teams.length === 0) return <p className="text-ink-soft text-read">{w.noSaved}</p>;
  const pick = (id: string) =>
    setPicked(picked.includes(id) ? picked.filter((each) => each !== id) : [...picked.slice(-1), id]);
  const [one, other] = picked.map((id) => teams.find((team) => team.id === id));
  return (
    <div className="flex flex-col gap-5">
      <ul className="border-line border-t">
        {teams.map((team) => (
          <SavedTeam
            key={team.id}
            team={team}
            isPicked={picked.includes(team.id)}
            onPick={() => pick(team.id)}
          />
        ))}
      </ul>
      <div aria-live="polite">{one && other && <Difference one={one} other={other} />}</div>
    </div>
  );
};

type SavedTeamProps = { readonly team: TeamView; readonly isPicked: boolean; readonly onPick: () => void };

const SavedTeam = ({ team, isPicked, onPick }: SavedTeamProps) => {
  const w = useWords(words);
  const may = useMay();
  const times = useTimes();
  const { tenth } = useFigures();
  const remove = useRemoveTeam();
  const name = team.name ?? '';
  return (
    <li className="flex items-start gap-3 border-line border-b py-3">
      <div className="min-w-0 flex-1">
        <Checkbox isSelected={isPicked} onChange={onPick} aria-label={w.pick(name)}>
          <span className="font-semibold text-read">{name}</span>
        </Checkbox>
        <p className="pl-8 text-ink-soft text-small">
          {w.members(team.members.length)}, {w.hoursOf(tenth(team.cost))}. {w.chosenAt(times.ago(team.at))}
        </p>
        <p className="pl-8">
          {team.members.map(({ contact }, place) => (
            <span key={contact.id}>
              {place > 0 && ', '}
              <PersonLink person={contact} />
            </span>
          ))}
        </p>
      </div>
      {may('relations.manage') && (
        <IconButton
          label={w.forgetTeam(name)}
          icon={<Trash2 aria-hidden size={16} />}
          onPress={() => remove.mutate(team.id, { onSuccess: () => showToast({ text: w.teamRemoved }) })}
        />
      )}
    </li>
  );
};

const Difference = ({ one, other }: { readonly one: TeamView; readonly other: TeamView }) => {
  const w = useWords(words);
  const { inBoth, onlyOne, onlyOther } = compareTeams(one, other);
  const rows = [
    [w.inBoth, inBoth],
    [w.onlyIn(one.name ?? ''), onlyOne],
    [w.onlyIn(other.name ?? ''), onlyOther],
  ] as const;
  return (
    <dl className="enter flex max-w-read flex-col gap-3 rounded-lg border border-line bg-sheet p-4">
      {rows.map(([title, people]) => (
        <div key={title}>
          <dt className="text-ink-soft text-small">{title}</dt>
          <dd>
            {people.length === 0
              ? w.nobody
              : people.map((person, place) => (
                  <span key={person.id}>
                    {place > 0 && ', '}
                    <PersonLink person={person} />
                  </span>
                ))}
          </dd>
        </div>
      ))}
    </dl>
  );
};
