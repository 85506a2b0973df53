import type Sigma from 'sigma';
import type { MapPerson } from '../views.ts';
import { circleInks } from './circle-look.ts';
import type { Place } from './place-people.ts';

type Circles = {
  readonly people: readonly MapPerson[];
  readonly places: ReadonlyMap<string, Place>;
  readonly circlePlaces: ReadonlyMap<string, number>;
  readonly circleNames: ReadonlyMap<string, string>;
};

/** Fewer people on the map are no circle to the eye. */
const FEWEST = 3;
const HEIGHT = 22;

/** Writes the name of each circle above its people, and keeps it there while the map moves; returns how to stop. */
export const drawCircleNames = (sigma: Sigma, layer: HTMLElement, map: Circles) => {
  const tags = [...map.circleNames].flatMap(([circle, name]) => {
    const people = map.people.filter((person) => person.circle === circle);
    if (people.length < FEWEST) return [];
    const tag = tagOf(name, map.circlePlaces.get(circle) ?? 0);
    layer.append(tag);
    return [
      { tag, width: tag.offsetWidth, people: people.map(({ id }) => map.places.get(id) ?? { x: 0, y: 0 }) },
    ];
  });
  const place = (): void => {
    const taken: { x: number; y: number; width: number }[] = [];
    for (const { tag, width, people } of tags) {
      const spots = people.map((at) => sigma.graphToViewport(at));
      const x = spots.reduce((sum, spot) => sum + spot.x, 0) / spots.length - width / 2;
      let y = Math.min(...spots.map((spot) => spot.y)) - HEIGHT - 10;
      const covers = (other: (typeof taken)[number]): boolean =>
        Math.abs(other.y - y) < HEIGHT && x < other.x + other.width && other.x < x + width;
      for (let tries = 0; tries < 8 && taken.some(covers); tries += 1) y -= HEIGHT;
      const { width: room } = sigma.getDimensions();
      const inside = { x: Math.max(4, Math.min(x, room - width - 4)), y: Math.max(4, y) };
      taken.push({ ...inside, width });
      tag.style.transform = `translate(${Math.round(inside.x)}px, ${Math.round(inside.y)}px)`;
    }
  };
  sigma.on('afterRender', place);
  return {
    stop() {
      sigma.off('afterRender', place);
      for (const { tag } of tags) tag.remove();
    },
  };
};

const tagOf = (name: string, place: number): HTMLElement => {
  const tag = document.createElement('span');
  tag.className =
    'absolute top-0 left-0 flex max-w-56 items-center gap-1.5 rounded-full border border-line bg-paper/90 px-2 py-px font-semibold text-small';
  const dot = document.createElement('span');
  dot.className = `size-2 shrink-0 rounded-full ${circleInks[place] ?? ''}`;
  const text = document.createElement('span');
  text.className = 'truncate';
  text.textContent = name;
  tag.append(dot, text);
  return tag;
};
