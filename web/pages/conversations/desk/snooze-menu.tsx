import { AlarmClock } from 'lucide-react';
import { useState } from 'react';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { useCommands } from '../../../app/shortcuts.ts';
import { useTimes } from '../../../app/times.ts';
import { IconButton } from '../../../components/button/icon-button.tsx';
import { Menu } from '../../../components/menu/menu.tsx';
import type { ThreadSummary } from '../views.ts';
import { SnoozeDialog } from './snooze-dialog.tsx';
import { snoozeTimes } from './snooze-times.ts';
import type { Place } from './use-place.ts';
import { words } from './words.ts';

type SnoozeMenuProps = { readonly thread: ThreadSummary; readonly place: Place };

/** Out of sight until then, or until they write. */
export const SnoozeMenu = ({ thread, place }: SnoozeMenuProps) => {
  const w = useWords(words);
  const times = useTimes();
  const { timeZone } = useLanguage();
  const [opened, setOpened] = useState(0);
  const [choosing, setChoosing] = useState(false);
  useCommands(w.snooze, [
    { id: 'snooze', label: w.keys.snooze, keys: 's', run: () => setOpened(opened + 1) },
  ]);
  const day = (at: string) => `${times.weekday(at)}, ${times.time(at)}`;
  const snooze = (until: string) =>
    place.change({ snoozedUntil: until }, { said: w.snoozed(day(until)), back: { status: 'open' } });
  const isAside = thread.status === 'snoozed';
  return (
    <>
      <Menu
        key={opened}
        label={w.snooze}
        startsOpen={opened > 0}
        trigger={
          <IconButton
            label={isAside && thread.snoozedUntil ? w.snoozeUntil(day(thread.snoozedUntil)) : w.snooze}
            keys="s"
            icon={<AlarmClock aria-hidden size={18} className={isAside ? 'text-accent' : ''} />}
          />
        }
        entries={[
          ...(isAside
            ? [
                { id: 'wake', label: w.wakeNow, run: () => place.change({ snoozedUntil: null }) },
                { id: 'line', separator: true as const },
              ]
            : []),
          ...snoozeTimes(new Date(), timeZone).map(({ id, at }) => ({
            id,
            label: w[id],
            description: day(at),
            run: () => snooze(at),
          })),
          { id: 'other', label: w.otherTime, run: () => setChoosing(true) },
        ]}
      />
      {choosing && <SnoozeDialog onClose={() => setChoosing(false)} onChoose={snooze} />}
    </>
  );
};
