import { useWords } from '../../app/language.tsx';
import { RoomParts } from '../../components/room-parts/room-parts.tsx';
import { words } from './words.ts';

/** The room of relations. */
export const RelationsLayout = () => {
  const w = useWords(words);
  return (
    <RoomParts
      label={w.parts}
      parts={[
        { to: '/$slug/relazioni', label: w.overview, exact: true },
        { to: '/$slug/relazioni/persone', label: w.people },
        { to: '/$slug/relazioni/mappa', label: w.map },
        { to: '/$slug/relazioni/trova', label: w.finder },
      ]}
    />
  );
};
