import { useWords } from '../../app/language.tsx';
import { RoomParts } from '../../components/room-parts/room-parts.tsx';
import { useWaitingCount } from './held/use-held.ts';
import { words } from './layout-words.ts';

/** The room of listening; a part is shown here only when its page is there. */
export const ListeningLayout = () => {
  const w = useWords(words);
  const waiting = useWaitingCount();
  return (
    <RoomParts
      label={w.parts}
      parts={[
        { to: '/$slug/ascolto', label: w.live, exact: true },
        { to: '/$slug/ascolto/cerca', label: w.search },
        { to: '/$slug/ascolto/reputazione', label: w.timeline },
        { to: '/$slug/ascolto/ascolti', label: w.watches },
        { to: '/$slug/ascolto/avvisi', label: w.alerts },
        { to: '/$slug/ascolto/attesa', label: w.held(waiting) },
      ]}
    />
  );
};
