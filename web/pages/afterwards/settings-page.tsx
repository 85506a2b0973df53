import { useConnections } from '../../app/channels.ts';
import { useWords } from '../../app/language.tsx';
import { useMay, useWorkspace } from '../../app/session.ts';
import { LinkButton } from '../../components/button/link-button.tsx';
import { useChannelName } from '../../components/channel-icon/channel-icon.tsx';
import { Checkbox } from '../../components/checkbox/checkbox.tsx';
import { Switch } from '../../components/checkbox/switch.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { Page, Section } from '../../components/page/page.tsx';
import { Select } from '../../components/select/select.tsx';
import { SkeletonRows } from '../../components/skeleton/skeleton.tsx';
import { words } from './settings-words.ts';
import { type AskingSettings, useAfterwardsChange, useAskingSettings } from './use-afterwards.ts';

/** Whether and how the company asks how it went; everyone may see the rule, the coordinator chooses. */
export const AskingSettingsPage = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const { data, error, isPending, refetch } = useAskingSettings();
  return (
    <Page
      title={w.title}
      lead={w.lead}
      actions={
        <LinkButton to="/$slug/cura/com-e-andata" params={{ slug }}>
          {w.results}
        </LinkButton>
      }
    >
      {isPending && <SkeletonRows rows={4} rowClassName="h-16" />}
      {error && !data && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {data && <Choices settings={data} />}
    </Page>
  );
};

const quietDays = [30, 60, 90, 180, 365];
const delays = [60, 240, 480, 960, 2_400];

/** What was chosen elsewhere stands among the choices too. */
const among = (choices: readonly number[], chosen: number) =>
  [...new Set([...choices, chosen])].sort((a, b) => a - b);

const Choices = ({ settings }: { readonly settings: AskingSettings }) => {
  const w = useWords(words);
  const isOff = !useMay()('askings.manage');
  const change = useAfterwardsChange();
  const save = (one: Partial<AskingSettings>) =>
    change.mutate({ method: 'PUT', path: ['askings', 'settings'], body: { ...settings, ...one } });
  const isStill = isOff || !settings.isOn || change.isPending;
  return (
    <>
      {change.error && <ErrorNote error={change.error} />}
      <Section title={w.ruleTitle}>
        <Switch
          isSelected={settings.isOn}
          isDisabled={isOff || change.isPending}
          onChange={(isOn) => save({ isOn })}
          help={w.isOnHelp}
        >
          {w.isOn}
        </Switch>
        <p className="mt-4 max-w-read">{w.rule}</p>
        <Select
          label={w.quietDays}
          className="mt-4 w-56"
          isDisabled={isStill}
          value={String(settings.quietDays)}
          onChange={(days) => save({ quietDays: Number(days) })}
          choices={among(quietDays, settings.quietDays).map((days) => ({
            value: String(days),
            label: w.days(days),
          }))}
        />
        <Switch
          isSelected={settings.asksInPublic}
          isDisabled={isStill}
          onChange={(asksInPublic) => save({ asksInPublic })}
          help={w.asksInPublicHelp}
        >
          {w.asksInPublic}
        </Switch>
      </Section>
      <Section title={w.wayTitle}>
        <div className="grid gap-4 tablet:grid-cols-2">
          <Select
            label={w.way}
            isDisabled={isStill}
            value={settings.way}
            onChange={(way) => save({ way })}
            help={w.wayHelp[settings.way]}
            choices={(['reply', 'page'] as const).map((value) => ({ value, label: w.ways[value] }))}
          />
          <Select
            label={w.scale}
            isDisabled={isStill}
            value={settings.scale === 3 ? '3' : '5'}
            onChange={(scale) => save({ scale: scale === '3' ? 3 : 5 })}
            choices={(['3', '5'] as const).map((value) => ({ value, label: w.scales[value] }))}
          />
          <Select
            label={w.register}
            isDisabled={isStill}
            value={settings.register}
            onChange={(register) => save({ register })}
            choices={(['lei', 'tu'] as const).map((value) => ({ value, label: w.registers[value] }))}
          />
        </div>
      </Section>
      <Automatic settings={settings} isStill={isStill} onSave={save} />
    </>
  );
};

type AutomaticProps = {
  readonly settings: AskingSettings;
  readonly isStill: boolean;
  readonly onSave: (change: Partial<AskingSettings>) => void;
};

const Automatic = ({ settings, isStill, onSave }: AutomaticProps) => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const channelName = useChannelName();
  const connections = useConnections(id);
  const { automaticOn, delayMinutes } = settings;
  const channels = [...new Set([...(connections.data ?? []).map(({ channel }) => channel), ...automaticOn])];
  return (
    <Section title={w.automaticTitle} lead={w.automaticHelp}>
      {channels.length === 0 && <p className="text-ink-soft">{w.noChannels}</p>}
      {channels.map((channel) => (
        <Checkbox
          key={channel}
          isDisabled={isStill}
          isSelected={automaticOn.includes(channel)}
          onChange={(isOn) =>
            onSave({
              automaticOn: isOn ? [...automaticOn, channel] : automaticOn.filter((one) => one !== channel),
            })
          }
        >
          {channelName(channel)}
        </Checkbox>
      ))}
      {automaticOn.length > 0 && (
        <Select
          label={w.delay}
          className="mt-3 w-64"
          isDisabled={isStill}
          value={String(delayMinutes)}
          onChange={(minutes) => onSave({ delayMinutes: Number(minutes) })}
          choices={among(delays, delayMinutes).map((minutes) => ({
            value: String(minutes),
            label: w.hours(Math.round(minutes / 6) / 10),
          }))}
        />
      )}
    </Section>
  );
};
