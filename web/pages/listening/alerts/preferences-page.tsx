import { Link } from '@tanstack/react-router';
import { useWords } from '../../../app/language.tsx';
import { useMay, useWorkspace } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { Switch } from '../../../components/checkbox/switch.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Page, Section } from '../../../components/page/page.tsx';
import { Select } from '../../../components/select/select.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { whyNot, words } from './preferences-words.ts';
import { Programs } from './programs.tsx';
import { TelegramWay } from './telegram-way.tsx';
import {
  canTakeNotices,
  type Moment,
  type MyWays,
  type Preferences,
  useAddDevice,
  useChangePreferences,
  useMyWays,
  useRemoveDevice,
  useTrial,
} from './use-alerts.ts';

/** How a person is told: which ways, at once or once a day, and when not. */
export const PreferencesPage = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const may = useMay();
  const ways = useMyWays();
  const change = useChangePreferences();
  if (ways.isPending) return <SkeletonRows rows={4} rowClassName="h-24" />;
  if (ways.isError) return <ErrorNote error={ways.error} onRetry={() => void ways.refetch()} />;
  const { preferences } = ways.data;
  const set = (part: Partial<Preferences>) => change.mutate({ ...preferences, ...part });
  return (
    <Page title={w.title} lead={w.lead}>
      {change.error && <ErrorNote error={change.error} />}
      <Section title={w.mail} lead={ways.data.hasMailServer ? w.mailLead : w.noMail}>
        <Way way="mail" value={preferences.mail} onChange={(mail) => set({ mail })} />
      </Section>
      <Section title={w.push} lead={w.pushLead}>
        <Devices ways={ways.data} />
        <Way way="push" value={preferences.push} onChange={(push) => set({ push })} />
      </Section>
      <Section title={w.telegram} lead={w.telegramLead}>
        <TelegramWay telegram={ways.data.telegram} />
        {ways.data.telegram.isJoined && (
          <Way way="telegram" value={preferences.telegram} onChange={(telegram) => set({ telegram })} />
        )}
      </Section>
      <QuietHours preferences={preferences} onChange={set} />
      {may('alerts.manage') && <Programs />}
      <Link to="/$slug/ascolto/avvisi" params={{ slug }} className="link">
        {w.back}
      </Link>
    </Page>
  );
};

type WayProps = {
  readonly way: 'mail' | 'telegram' | 'push';
  readonly value: Moment;
  readonly onChange: (moment: Moment) => void;
};

const Way = ({ way, value, onChange }: WayProps) => {
  const w = useWords(words);
  const trial = useTrial();
  const choices = (['now', 'digest', 'never'] as const).map((moment) => ({
    value: moment,
    label: w.moments[moment],
  }));
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Select<Moment> label={w.when} className="w-64" value={value} onChange={onChange} choices={choices} />
      <Button onPress={() => trial.mutate(way)} isPending={trial.isPending}>
        {w.trial}
      </Button>
      <p role="status" className="basis-full text-ink-soft">
        {trial.data && (trial.data.arrived > 0 ? w.arrived : w.notArrived(whyNot(trial.data.problems[0], w)))}
      </p>
      {trial.error && <ErrorNote error={trial.error} />}
    </div>
  );
};

const Devices = ({ ways }: { readonly ways: MyWays }) => {
  const w = useWords(words);
  const add = useAddDevice();
  const remove = useRemoveDevice();
  if (!canTakeNotices()) return <p className="mb-3 text-ink-soft">{w.noPush}</p>;
  return (
    <div className="mb-3 flex flex-wrap gap-3">
      <Button onPress={() => add.mutate(ways.push.serverKey)} isPending={add.isPending}>
        {w.addDevice}
      </Button>
      {ways.push.devices.map(({ id, name }) => (
        <Button key={id} onPress={() => remove.mutate(id)}>
          {w.removeDevice(name)}
        </Button>
      ))}
      {add.isError && <p className="basis-full text-bad">{w.refusedDevice}</p>}
    </div>
  );
};

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const halfHours = Array.from({ length: 48 }, (_, at) => ({ value: String(at * 30), label: clock(at * 30) }));
const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: clock(hour * 60) }));

type QuietProps = {
  readonly preferences: Preferences;
  readonly onChange: (part: Partial<Preferences>) => void;
};

const QuietHours = ({ preferences: { quietFrom, quietUntil, digestHour }, onChange }: QuietProps) => {
  const w = useWords(words);
  const isQuiet = quietFrom !== null && quietUntil !== null;
  return (
    <>
      <Section title={w.quiet} lead={w.quietLead}>
        <Switch
          isSelected={!isQuiet}
          onChange={(never) =>
            onChange(
              never ? { quietFrom: null, quietUntil: null } : { quietFrom: 22 * 60, quietUntil: 7 * 60 },
            )
          }
        >
          {w.noQuiet}
        </Switch>
        {isQuiet && (
          <div className="mt-2 flex flex-wrap gap-3">
            <Select
              label={w.quietFrom}
              className="w-32"
              value={String(quietFrom)}
              onChange={(from) => onChange({ quietFrom: Number(from) })}
              choices={halfHours}
            />
            <Select
              label={w.quietUntil}
              className="w-32"
              value={String(quietUntil)}
              onChange={(until) => onChange({ quietUntil: Number(until) })}
              choices={halfHours}
            />
          </div>
        )}
      </Section>
      <Section title={w.digest} lead={w.digestLead}>
        <Select
          label={w.digestHour}
          className="w-32"
          value={String(digestHour)}
          onChange={(hour) => onChange({ digestHour: Number(hour) })}
          choices={hours}
        />
      </Section>
    </>
  );
};
