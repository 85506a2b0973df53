import { lazy, Suspense, useMemo, useState } from 'react';
import { keep, kept } from '../../../app/kept.ts';
import { useInBoth, useWords } from '../../../app/language.tsx';
import { useMay } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { Switch } from '../../../components/checkbox/switch.tsx';
import { Skeleton } from '../../../components/skeleton/skeleton.tsx';
import type { MapView } from '../views.ts';
import { canDraw } from './can-draw.ts';
import { CircleLegend } from './circle-legend.tsx';
import { highlightOf, isQuestion, surroundingsOf } from './highlight.ts';
import { MapList } from './map-list.tsx';
import { PersonCard } from './person-card.tsx';
import { Questions } from './questions.tsx';
import { useChangeMap, useMapSearch } from './use-map-search.ts';
import { ViewChoice } from './view-choice.tsx';
import { words } from './words.ts';

const MapDrawing = lazy(() => import('./map-drawing.tsx').then((module) => ({ default: module.MapDrawing })));

/** Our own threads are shown unasked while they do not hide the others. */
const FEW_OURS = 60;

/** The map, drawn or written, with what it can be asked beside it. */
export const ShownMap = ({ view }: { readonly view: MapView }) => {
  const w = useWords(words);
  const search = useMapSearch();
  const change = useChangeMap();
  const [isLost, setLost] = useState(false);
  const drawable = canDraw() && !isLost;
  const [prefersList, setPrefersList] = useState(() => kept('map-view') === 'list');
  const isList = !drawable || search.vista === 'lista' || prefersList;
  const asked = isQuestion(search.domanda) ? search.domanda : null;
  const [place, setPlace] = useState<number | null>(null);
  const [chosen, setChosen] = useState<string | null>(search.persona ?? null);
  const [withOurs, setOurs] = useState(view.nodes.filter(({ strength }) => strength > 0).length <= FEW_OURS);
  const highlight = useMemo(
    () => (chosen ? surroundingsOf(view, chosen) : asked ? highlightOf(view, asked, place) : null),
    [view, asked, place, chosen],
  );
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-2">
        {drawable && (
          <ViewChoice
            isList={isList}
            onChange={(list) => {
              keep('map-view', list ? 'list' : 'drawing');
              setPrefersList(list);
              change({ vista: list ? 'lista' : undefined });
            }}
          />
        )}
        {!isList && (
          <Switch isSelected={withOurs} onChange={setOurs}>
            {w.our}
          </Switch>
        )}
        <Part view={view} />
      </div>
      {!drawable && <p className="mb-4 rounded-md bg-warn-soft px-4 py-3">{w.cannotDraw}</p>}
      <div className="flex flex-col gap-6 desk:flex-row desk:gap-8">
        <div className="min-w-0 flex-1">
          {isList ? (
            <MapList view={view} />
          ) : (
            <Suspense
              fallback={
                <Skeleton className="h-[58dvh] w-full rounded-lg desk:h-[calc(100dvh-19rem)] desk:min-h-120" />
              }
            >
              <MapDrawing
                view={view}
                highlight={highlight}
                chosen={chosen}
                withOurs={withOurs}
                onChoose={setChosen}
                onLost={() => setLost(true)}
              />
            </Suspense>
          )}
          <Remarks view={view} isList={isList} />
        </div>
        {/* On a phone a long list comes after what is asked of it. */}
        <div
          className={`flex flex-col gap-6 desk:order-none desk:w-80 desk:shrink-0 ${isList ? 'order-first' : ''}`}
        >
          <div aria-live="polite" className="contents">
            {chosen && !isList && (
              <PersonCard
                view={view}
                person={chosen}
                onEgo={(persona) => change({ persona, cerchia: undefined })}
                onClose={() => setChosen(null)}
              />
            )}
          </div>
          <Questions
            view={view}
            asked={asked}
            place={place}
            onAsk={(domanda) => {
              setPlace(null);
              setChosen(null);
              change({ domanda: domanda ?? undefined });
            }}
            onPoint={
              isList
                ? undefined
                : (at) => {
                    setChosen(null);
                    setPlace(at);
                  }
            }
          />
          <CircleLegend
            circles={view.circles}
            chosen={search.cerchia}
            onChoose={(cerchia) => {
              setChosen(null);
              change({ cerchia, persona: undefined });
            }}
          />
        </div>
      </div>
    </>
  );
};

/** Which part of the web is shown, when it is not all of it, and the way back. */
const Part = ({ view }: { readonly view: MapView }) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  const { persona, cerchia } = useMapSearch();
  const change = useChangeMap();
  const person = view.nodes.find(({ id }) => id === persona);
  const circle = view.circles.find(({ id }) => id === cerchia);
  if (!persona && !cerchia) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-3 font-medium">
      {person && w.around(person.name)}
      {circle && w.within((circle.name && inBoth(circle.name)) || w.nameless)}
      <Button size="small" onPress={() => change({ persona: undefined, cerchia: undefined })}>
        {w.whole}
      </Button>
    </p>
  );
};

const Remarks = ({ view, isList }: { readonly view: MapView; readonly isList: boolean }) => {
  const w = useWords(words);
  const may = useMay();
  return (
    <div className="mt-1 flex max-w-read flex-col gap-1 text-ink-soft text-small">
      {view.truncated && <p>{w.truncated(view.nodes.length)}</p>}
      {!isList && <p>{w.moving}</p>}
      {may('relations.manage') && <p>{w.exportLeaves}</p>}
    </div>
  );
};
