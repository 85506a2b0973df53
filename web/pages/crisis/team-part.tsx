import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { useMay, useMe } from '../../app/session.ts';
import { Avatar } from '../../components/avatar/avatar.tsx';
import { Button } from '../../components/button/button.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { Section } from '../../components/page/page.tsx';
import { Select } from '../../components/select/select.tsx';
import { useMembers } from '../conversations/use-members.ts';
import { type Crisis, useCrisisChange } from './use-crisis.ts';
import { words } from './words.ts';

/** Who is in it and who is on duty now. */
export const TeamPart = ({ crisis }: { readonly crisis: Crisis }) => {
  const w = useWords(words);
  const may = useMay();
  const { person } = useMe();
  const change = useCrisisChange();
  const { team, id } = crisis;
  const save = (next: readonly { personId: string; task: string; onDuty: boolean }[]) =>
    change.mutate({
      method: 'PUT',
      path: [id, 'team'],
      body: { team: next.map(({ personId, task, onDuty }) => ({ personId, task, onDuty })) },
    });
  const isOn = team.find(({ personId }) => personId === person.id)?.onDuty ?? false;
  return (
    <Section
      title={w.team}
      actions={
        may('crisis.write') &&
        crisis.state === 'declared' && (
          <Button
            onPress={() => change.mutate({ method: 'PUT', path: [id, 'duty'], body: { onDuty: !isOn } })}
          >
            {isOn ? w.goOff : w.goOn}
          </Button>
        )
      }
    >
      {change.error && <ErrorNote error={change.error} />}
      <ul className="flex flex-col">
        {team.map((one) => (
          <li key={one.personId} className="flex flex-wrap items-center gap-3 py-1.5">
            <Avatar name={one.name} />
            <span className="min-w-0 flex-1 break-words">
              {one.name}
              <span className={`ml-2 text-small ${one.onDuty ? 'font-medium text-good' : 'text-ink-soft'}`}>
                {one.onDuty ? w.onDuty : w.offDuty}
              </span>
            </span>
            {may('crisis.manage') && (
              <Button
                size="small"
                weight="quiet"
                onPress={() => save(team.filter(({ personId }) => personId !== one.personId))}
              >
                {w.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {may('crisis.manage') && (
        <Add team={team} onAdd={(personId) => save([...team, { personId, task: '', onDuty: true }])} />
      )}
    </Section>
  );
};

type AddProps = { readonly team: Crisis['team']; readonly onAdd: (personId: string) => void };

const Add = ({ team, onAdd }: AddProps) => {
  const w = useWords(words);
  const others = useMembers().filter(({ personId }) => !team.some((one) => one.personId === personId));
  const [chosen, setChosen] = useState<string | null>(null);
  if (others.length === 0) return null;
  return (
    <div className="mt-2 flex flex-wrap items-end gap-3">
      <Select
        label={w.person}
        className="w-56"
        value={chosen}
        onChange={setChosen}
        choices={others.map(({ personId, name }) => ({ value: personId as string, label: name }))}
      />
      <Button isDisabled={chosen === null} onPress={() => chosen && onAdd(chosen)} className="mb-2">
        {w.add}
      </Button>
    </div>
  );
};
