import { useWords } from '../../app/language.tsx';
import { RoomParts } from '../../components/room-parts/room-parts.tsx';
import { words } from './words.ts';

/** The room of care. */
export const CareLayout = () => {
  const w = useWords(words);
  return (
    <RoomParts
      label={w.parts}
      parts={[
        { to: '/$slug/cura', label: w.cases, exact: true },
        { to: '/$slug/cura/cause', label: w.causes },
        { to: '/$slug/cura/cifre', label: w.figures },
        { to: '/$slug/cura/tempi', label: w.times },
        { to: '/$slug/cura/registro', label: w.register },
        { to: '/$slug/cura/com-e-andata', label: w.howItWent },
        { to: '/$slug/cura/palestra', label: w.practice },
        { to: '/$slug/crisi', label: w.crisis },
        { to: '/$slug/cura/tutela', label: w.protection },
      ]}
    />
  );
};
