import { useState } from 'react';
import { usualHours } from '../../../../src/platform/time/desk-hours.ts';
import { useWords } from '../../../app/language.tsx';
import { useMay } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { Checkbox } from '../../../components/checkbox/checkbox.tsx';
import { Switch } from '../../../components/checkbox/switch.tsx';
import { ConfirmDialog } from '../../../components/dialog/confirm-dialog.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { Meanwhile } from '../../../components/meanwhile/meanwhile.tsx';
import { seenOf } from '../../../components/meanwhile/use-seen.ts';
import { Section } from '../../../components/page/page.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { type Team, useTeams } from '../../conversations/desk/use-desk.ts';
import { useMemberNames, useMembers } from '../../conversations/use-members.ts';
import { HoursFields, useHours } from './hours-fields.tsx';
import { useKeeping } from './use-keeping.ts';
import { words } from './words.ts';

/** People who answer together. */
export const TeamsSection = () => {
  const w = useWords(words);
  const times = useTimes();
  const teams = useTeams();
  const names = useMemberNames();
  const mayManage = useMay()('desk.manage');
  const [open, setOpen] = useState<Team | 'new' | null>(null);
  const said = ({ memberIds }: Team) =>
    memberIds.length > 0 ? times.list(memberIds.flatMap((id) => names.get(id) ?? [])) : w.nobodyYet;
  return (
    <Section
      title={w.teams}
      lead={w.teamsLead}
      actions={mayManage && <Button onPress={() => setOpen('new')}>{w.addTeam}</Button>}
    >
      {teams.length === 0 && <p className="text-ink-soft">{w.noTeams}</p>}
      <ul className="flex flex-col">
        {teams.map((team) => (
          <li key={team.id} className="flex items-center gap-3 border-line border-b py-row last:border-b-0">
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium">{team.name}</p>
              <p className="truncate text-ink-soft text-small">
                {said(team)}
                {team.hours && ` · ${w.ownHours.toLowerCase()}`}
              </p>
            </div>
            {mayManage && (
              <Button size="small" weight="quiet" onPress={() => setOpen(team)}>
                {w.change}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open && <TeamDialog team={open === 'new' ? undefined : open} onClose={() => setOpen(null)} />}
    </Section>
  );
};

const TeamDialog = ({ team, onClose }: { readonly team: Team | undefined; readonly onClose: () => void }) => {
  const w = useWords(words);
  const members = useMembers();
  const { keep, remove } = useKeeping<Team>('teams');
  const { version, meanwhile } = seenOf(team, useTeams(), keep.error);
  const names = useMemberNames();
  const [isOwn, setOwn] = useState(Boolean(team?.hours));
  const hours = useHours(team?.hours ?? usualHours);
  const [memberIds, setMemberIds] = useState<readonly string[]>(team?.memberIds ?? []);
  const [removing, setRemoving] = useState(false);
  return (
    <>
      <Dialog
        isOpen={!removing}
        onOpenChange={(isOpen) => !isOpen && !removing && onClose()}
        title={team ? w.editTeam : w.addTeam}
      >
        <Form
          problem={keep.error}
          onSubmit={({ name = '' }) =>
            (!isOwn || hours.value) &&
            keep.mutate(
              {
                ...(team && version !== undefined ? { id: team.id, version } : {}),
                ...{ name, memberIds, hours: (isOwn && hours.value) || null },
              },
              { onSuccess: onClose },
            )
          }
        >
          {meanwhile && (
            <Meanwhile>
              {`${meanwhile.name}: ${meanwhile.memberIds.flatMap((id) => names.get(id) ?? []).join(', ')}`}
            </Meanwhile>
          )}
          <TextField
            name="name"
            label={w.teamName}
            defaultValue={team?.name ?? ''}
            isRequired
            autoFocus
            maxLength={60}
            autoComplete="off"
          />
          <fieldset>
            <legend className="mb-1 text-body">{w.members}</legend>
            {members.map(({ personId, name }) => (
              <Checkbox
                key={personId}
                isSelected={memberIds.includes(personId)}
                onChange={(isIn) =>
                  setMemberIds(
                    isIn ? [...memberIds, personId] : memberIds.filter((each) => each !== personId),
                  )
                }
              >
                {name}
              </Checkbox>
            ))}
          </fieldset>
          <Switch isSelected={isOwn} onChange={setOwn} help={w.ownHoursHelp}>
            {w.ownHours}
          </Switch>
          {isOwn && <HoursFields hours={hours} isDisabled={false} />}
          <FormActions>
            <Button type="submit" weight="primary" isPending={keep.isPending}>
              {w.save}
            </Button>
            {team && (
              <Button weight="danger" onPress={() => setRemoving(true)}>
                {w.removeTeam}
              </Button>
            )}
          </FormActions>
        </Form>
      </Dialog>
      {team && (
        <ConfirmDialog
          isOpen={removing}
          onOpenChange={setRemoving}
          title={w.removeTeamTitle(team.name)}
          action={w.removeTeam}
          onConfirm={() => remove.mutate(team.id, { onSuccess: onClose })}
          isPending={remove.isPending}
          problem={remove.error}
        >
          <p>{w.removeTeamText}</p>
        </ConfirmDialog>
      )}
    </>
  );
};
