import { useMemo } from 'react';
import { useInBoth, useWords } from '../../../app/language.tsx';
import { TieThread } from '../../../components/tie-thread/tie-thread.tsx';
import { tieWord } from '../../people/tie-word.ts';
import type { MapPerson, MapView } from '../views.ts';
import { circleInks, placesOf } from './circle-look.ts';
import { knownTo } from './person-card.tsx';
import { PersonLink } from './person-link.tsx';
import { words } from './words.ts';

const NAMED = 4;

/** The map in words: circle by circle, who is there, how tied to us, with whom they talk. */
export const MapList = ({ view }: { readonly view: MapView }) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  const groups = useMemo(() => groupsOf(view), [view]);
  const places = placesOf(view.circles);
  return (
    <table className="w-full text-body">
      <caption className="sr-only">{w.table}</caption>
      <thead className="hidden text-ink-faint text-small tablet:table-header-group">
        <tr className="border-line border-b text-left">
          <th scope="col" className="py-1.5 pr-4 font-normal">
            {w.person}
          </th>
          <th scope="col" className="w-64 py-1.5 pr-4 font-normal">
            {w.withUs}
          </th>
          <th scope="col" className="py-1.5 font-normal">
            {w.withOthers}
          </th>
        </tr>
      </thead>
      {groups.map(({ circle, people }) => (
        <tbody key={circle?.id ?? ''}>
          <tr>
            <th scope="rowgroup" colSpan={3} className="pt-6 pb-1 text-left font-semibold text-read">
              <span className="flex flex-wrap items-center gap-x-2">
                <span
                  aria-hidden
                  className={`size-2.5 rounded-full ${circle ? circleInks[places.get(circle.id) ?? 0] : 'bg-ink-faint'}`}
                />
                {circle ? (circle.name && inBoth(circle.name)) || w.nameless : w.noCircle}
                {circle && (
                  <span className="font-normal text-ink-soft text-small">
                    {w.sizeOf(circle.size)}
                    {!circle.reached && `, ${w.notReached}`}
                  </span>
                )}
              </span>
            </th>
          </tr>
          {people.map((person) => (
            <PersonRow key={person.id} view={view} person={person} />
          ))}
        </tbody>
      ))}
    </table>
  );
};

const PersonRow = ({ view, person }: { readonly view: MapView; readonly person: MapPerson }) => {
  const w = useWords(words);
  const known = knownTo(view, person.id);
  return (
    <tr className="flex flex-col border-line border-b py-2 tablet:table-row tablet:py-0">
      <th scope="row" className="pr-4 text-left font-normal tablet:py-2">
        <PersonLink person={person} />
        {person.bridge && <span className="block text-ink-soft text-small">{w.bridge}</span>}
      </th>
      <td className="pr-4 text-ink-soft tablet:py-2">
        <span className="flex items-center gap-2">
          <TieThread strength={person.strength} isAsleep={person.asleep} />
          <span>{person.asleep ? w.tieAsleep : w.tie[tieWord(person.strength)]}</span>
        </span>
      </td>
      <td className="text-ink-soft tablet:py-2">
        {known.length === 0 ? w.knowsNobody : <Names known={known} />}
      </td>
    </tr>
  );
};

const Names = ({ known }: { readonly known: ReturnType<typeof knownTo> }) => {
  const w = useWords(words);
  return (
    <>
      {known
        .slice(0, NAMED)
        .map(({ name, asleep }) => (asleep ? `${name} (${w.asleep})` : name))
        .join(', ')}
      {known.length > NAMED && ` ${w.andMore(known.length - NAMED)}`}
    </>
  );
};

/** People by circle, the largest circle first; within each, the strongest tie with us first. */
const groupsOf = ({ nodes, circles }: MapView) => {
  const sorted = [...circles].sort((one, other) => other.size - one.size);
  const known = new Set(circles.map(({ id }) => id));
  const byStrength = (people: readonly MapPerson[]): readonly MapPerson[] =>
    [...people].sort((one, other) => other.strength - one.strength);
  return [
    ...sorted.map((circle) => ({
      circle,
      people: byStrength(nodes.filter((node) => node.circle === circle.id)),
    })),
    {
      circle: null,
      people: byStrength(nodes.filter(({ circle }) => circle === null || !known.has(circle))),
    },
  ].filter(({ people }) => people.length > 0);
};
