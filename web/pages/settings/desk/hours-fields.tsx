import { X } from 'lucide-react';
import { useState } from 'react';
import type { DeskHours } from '../../../../src/platform/time/desk-hours.ts';
import { patronDays } from '../../../../src/platform/time/patron-days.ts';
import { useWords } from '../../../app/language.tsx';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { IconButton } from '../../../components/button/icon-button.tsx';
import { Switch } from '../../../components/checkbox/switch.tsx';
import { Select } from '../../../components/select/select.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { readDay, readHours, sayDay, sayHours } from './hours-text.ts';
import { words } from './time-words.ts';

/** Hours while somebody writes them: as text, so that half a line is not lost. */
export const useHours = (hours: DeskHours) => {
  const [week, setWeek] = useState(() => hours.week.map(sayHours));
  const [patron, setPatron] = useState(sayDay(hours.patronDay));
  const [holidays, setHolidays] = useState(hours.holidays);
  const [closedDays, setClosedDays] = useState(hours.closedDays);
  const read = week.map(readHours);
  const patronDay = readDay(patron);
  const spans = read.flatMap((day) => (day ? [day] : []));
  /** Undefined while something does not read. */
  const value: DeskHours | undefined =
    spans.length < 7 || patronDay === undefined
      ? undefined
      : { week: spans, patronDay, holidays, closedDays };
  return {
    ...{ week, setWeek, patron, setPatron, holidays, setHolidays, closedDays, setClosedDays },
    ...{ read, patronDay, value },
  };
};

export type Hours = ReturnType<typeof useHours>;

const days = [0, 1, 2, 3, 4, 5, 6] as const;
const towns = Object.keys(patronDays).map((town) => ({ value: town, label: town }));

type HoursFieldsProps = { readonly hours: Hours; readonly isDisabled: boolean };

/** When somebody is there: the week, the holidays, the town's patron, days off. */
export const HoursFields = ({ hours, isDisabled }: HoursFieldsProps) => {
  const w = useWords(words);
  const { week, setWeek, read } = hours;
  return (
    <>
      <fieldset disabled={isDisabled} className="grid gap-x-4 tablet:grid-cols-2">
        <legend className="mb-2 font-medium">{w.hours}</legend>
        {days.map((day) => (
          <TextField
            key={day}
            label={w.days[day] ?? ''}
            placeholder={w.closed}
            value={week[day] ?? ''}
            onChange={(text) => setWeek(week.map((was, index) => (index === day ? text : was)))}
            isInvalid={read[day] === undefined}
            help={read[day] === undefined ? w.hoursHelp : undefined}
            isDisabled={isDisabled}
            autoComplete="off"
          />
        ))}
      </fieldset>
      <Switch
        isSelected={hours.holidays}
        onChange={hours.setHolidays}
        isDisabled={isDisabled}
        help={w.holidaysHelp}
      >
        {w.holidays}
      </Switch>
      <PatronField hours={hours} isDisabled={isDisabled} />
      <ClosedDays hours={hours} isDisabled={isDisabled} />
    </>
  );
};

/** The day, or the town that tells it: which stays a proposal, since whoever lives there knows better. */
const PatronField = ({ hours, isDisabled }: HoursFieldsProps) => {
  const w = useWords(words);
  const { patron, setPatron, patronDay } = hours;
  return (
    <div className="grid gap-x-4 tablet:grid-cols-2">
      <TextField
        label={w.patron}
        help={w.patronHelp}
        placeholder="24/6"
        value={patron}
        onChange={setPatron}
        isInvalid={patronDay === undefined}
        isDisabled={isDisabled}
        autoComplete="off"
      />
      <Select
        label={w.town}
        help={w.townHelp}
        placeholder={w.townChoose}
        isDisabled={isDisabled}
        onChange={(town) => setPatron(sayDay(patronDays[town] ?? null))}
        choices={towns}
      />
    </div>
  );
};

const ClosedDays = ({ hours: { closedDays, setClosedDays }, isDisabled }: HoursFieldsProps) => {
  const w = useWords(words);
  const times = useTimes();
  const [day, setDay] = useState('');
  const isDay = /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day));
  const add = () => {
    setClosedDays([...new Set([...closedDays, day])].sort());
    setDay('');
  };
  const say = (date: string) => times.date(`${date}T12:00:00Z`);
  return (
    <fieldset>
      <legend className="font-medium">{w.closedDays}</legend>
      <p className="text-ink-soft text-small">{w.closedDaysHelp}</p>
      <ul className="flex flex-wrap gap-x-4">
        {closedDays.map((date) => (
          <li key={date} className="flex items-center">
            {say(date)}
            {!isDisabled && (
              <IconButton
                label={w.openAgain(say(date))}
                icon={<X aria-hidden size={16} />}
                onPress={() => setClosedDays(closedDays.filter((one) => one !== date))}
              />
            )}
          </li>
        ))}
      </ul>
      {!isDisabled && (
        <div className="flex flex-wrap items-end gap-3">
          <TextField label={w.closedDay} type="date" value={day} onChange={setDay} className="w-48" />
          <Button className="mb-5" isDisabled={!isDay} onPress={add}>
            {w.addClosedDay}
          </Button>
        </div>
      )}
    </fieldset>
  );
};
