import { MapPin } from 'lucide-react';
import { useWords } from '../../app/language.tsx';
import type { MentionView } from './views.ts';

const it = { place: 'Luogo' };
const en: typeof it = { place: 'Place' };
export const words = { it, en };

type PlaceLineProps = { readonly place: NonNullable<MentionView['place']> };

/** Where it was said, quietly: its name, else where it lies on the earth. */
export const PlaceLine = ({ place }: PlaceLineProps) => {
  const w = useWords(words);
  const { name, latitude, longitude } = place;
  if (!name && (latitude === undefined || longitude === undefined)) return null;
  return (
    <p className="mb-1 flex items-center gap-1 text-ink-soft text-small">
      <MapPin aria-label={w.place} role="img" className="size-3.5 shrink-0" />
      <span dir="auto" className="min-w-0 break-words">
        {name ?? `${latitude?.toFixed(4)}, ${longitude?.toFixed(4)}`}
      </span>
    </p>
  );
};
