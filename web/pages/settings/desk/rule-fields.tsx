import type { ApprovalRule } from '../../../../src/conversation/model/approval-rules.ts';
import { useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { useChannelName } from '../../../components/channel-icon/channel-icon.tsx';
import { Select } from '../../../components/select/select.tsx';
import { useTeams } from '../../conversations/desk/use-desk.ts';
import { words } from './sending-words.ts';

type RuleFieldsProps = {
  readonly rule: ApprovalRule;
  readonly isDisabled: boolean;
  readonly onChange: (rule: ApprovalRule) => void;
  readonly onRemove: () => void;
};

const roles = ['author', 'carer', 'approver', 'coordinator'] as const;
const channels = [
  'google-business',
  'facebook',
  'instagram',
  'mail',
  'fediverse',
  'bluesky',
  'telegram',
  'x',
] as const;
const gravities = [2, 3, 4] as const;

/** Whom one rule makes wait: everything that it names must fit. */
export const RuleFields = ({ rule, isDisabled, onChange, onRemove }: RuleFieldsProps) => {
  const w = useWords(words);
  const teams = useTeams();
  const channelName = useChannelName();
  return (
    <li className="rounded-md border border-line p-3">
      <div className="grid gap-x-4 tablet:grid-cols-2">
        <Select
          label={w.role}
          value={rule.roles[0] ?? 'any'}
          isDisabled={isDisabled}
          onChange={(role) => onChange({ ...rule, roles: roles.filter((one) => one === role) })}
          choices={[
            { value: 'any' as string, label: w.anyRole },
            ...roles.map((value) => ({ value: value as string, label: w.roles[value] })),
          ]}
        />
        <Select
          label={w.team}
          value={rule.teamIds[0] ?? 'any'}
          isDisabled={isDisabled}
          onChange={(team) => onChange({ ...rule, teamIds: team === 'any' ? [] : [team] })}
          choices={[
            { value: 'any', label: w.anyTeam },
            ...teams.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Select
          label={w.channel}
          value={rule.channels[0] ?? 'any'}
          isDisabled={isDisabled}
          onChange={(channel) => onChange({ ...rule, channels: channel === 'any' ? [] : [channel] })}
          choices={[
            { value: 'any', label: w.anyChannel },
            ...channels.map((value) => ({ value: value as string, label: channelName(value) })),
          ]}
        />
        <Select
          label={w.gravity}
          value={String(rule.gravityFrom ?? 'any')}
          isDisabled={isDisabled}
          onChange={(gravity) =>
            onChange({ ...rule, gravityFrom: gravities.find((one) => String(one) === gravity) ?? null })
          }
          choices={[
            { value: 'any', label: w.anyGravity },
            ...gravities.map((value) => ({ value: String(value), label: w.gravityFrom(value) })),
          ]}
        />
      </div>
      {!isDisabled && (
        <Button size="small" weight="quiet" onPress={onRemove}>
          {w.removeRule}
        </Button>
      )}
    </li>
  );
};
