import { Search } from 'lucide-react';
import { Skeleton } from '../../components/skeleton/skeleton.tsx';
import { useWords } from '../language.tsx';
import { frameLook } from '../shell/frame-look.ts';
import { Mark } from '../shell/mark.tsx';
import { rooms } from '../shell/rooms.ts';
import { Waiting } from '../shell/waiting.tsx';
import { words } from '../shell/words.ts';
import { FirstDayLook } from './first-day-look.tsx';

/** The frame of a company before it is known whose: the rooms stand where they will stand. */
export const RoomLook = () => (
  <>
    <div className={frameLook.whole}>
      <RailLook />
      <div className={frameLook.beside}>
        <DemoLook />
        <TopBarLook />
        <main className={frameLook.page}>
          <div data-first-wait>
            <Waiting />
          </div>
          <FirstDayLook />
        </main>
      </div>
    </div>
    <BottomBarLook />
  </>
);

const DemoLook = () => {
  const w = useWords(words);
  return (
    <p data-first-demo hidden className={frameLook.demo}>
      {w.demo}
    </p>
  );
};

const RailLook = () => {
  const w = useWords(words);
  return (
    <div className={frameLook.rail}>
      <div className={frameLook.railCompany}>
        <Mark className="size-8" />
        <Skeleton className="h-3.5 w-16" />
      </div>
      <div className={frameLook.railRooms}>
        {rooms.map(({ name, icon: Icon }) => (
          <span key={name} className={frameLook.railRoom}>
            <Icon aria-hidden size={20} strokeWidth={1.75} />
            {w[name]}
          </span>
        ))}
      </div>
      <div className={frameLook.railPerson}>
        <Skeleton className="size-9 rounded-full" />
      </div>
    </div>
  );
};

const TopBarLook = () => (
  <div className={frameLook.topBar}>
    <div className="flex min-w-0 flex-1 items-center gap-2 px-2">
      <Mark className="size-7 shrink-0" />
      <Skeleton className="h-4 w-32" />
    </div>
    <Search aria-hidden size={20} className="mx-2.5 text-ink-soft" />
    <Skeleton className="size-9 rounded-full" />
  </div>
);

const BottomBarLook = () => {
  const w = useWords(words);
  return (
    <div className={frameLook.bottomBar}>
      {rooms.map(({ name, icon: Icon }) => (
        <span key={name} className={frameLook.bottomRoom}>
          <Icon aria-hidden size={22} strokeWidth={1.75} />
          {w[name]}
        </span>
      ))}
    </div>
  );
};
