import { Maximize2, Minus, Plus } from 'lucide-react';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useInBoth, useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { IconButton } from '../../../components/button/icon-button.tsx';
import { Skeleton } from '../../../components/skeleton/skeleton.tsx';
import type { MapView } from '../views.ts';
import { placesOf } from './circle-look.ts';
import { type Drawing, drawMap } from './draw-map.ts';
import type { Highlight } from './highlight.ts';
import { placePeople } from './place-people.ts';
import { threadsThatFit, threadsToDraw } from './threads-to-draw.ts';
import { words } from './words.ts';

type MapDrawingProps = {
  readonly view: MapView;
  readonly highlight: Highlight | null;
  readonly chosen: string | null;
  readonly withOurs: boolean;
  readonly onChoose: (person: string | null) => void;
  readonly onLost: () => void;
};

/** The web on a drawing board. Everything that it says is in the list too; here it has a name and its buttons. */
export const MapDrawing = ({ view, highlight, chosen, withOurs, onChoose, onLost }: MapDrawingProps) => {
  const w = useWords(words);
  const { name: us } = useWorkspace();
  const inBoth = useInBoth();
  const board = useRef<HTMLDivElement>(null);
  const names = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const drawn = useMemo(() => threadsToDraw(view.ties, threadsThatFit(view.nodes.length)), [view]);
  const choose = useEffectEvent(onChoose);
  const lose = useEffectEvent(onLost);
  const naming = useEffectEvent(
    (circle: MapView['circles'][number]) => (circle.name && inBoth(circle.name)) || w.nameless,
  );
  useEffect(() => {
    const stopper = new AbortController();
    let mine: Drawing | null = null;
    void placePeople(view.nodes, drawn, stopper.signal).then(
      (places) => {
        if (stopper.signal.aborted || !board.current || !names.current) return;
        mine = drawMap(
          board.current,
          names.current,
          {
            people: view.nodes,
            ties: drawn,
            places,
            circlePlaces: placesOf(view.circles),
            circleNames: new Map(view.circles.map((circle) => [circle.id, naming(circle)])),
            us: withOurs ? us : null,
          },
          { onChoose: (person) => choose(person), onLost: () => lose() },
        );
        setDrawing(mine);
      },
      (error: unknown) => {
        if (!stopper.signal.aborted) throw error;
      },
    );
    return () => {
      stopper.abort();
      mine?.stop();
      setDrawing(null);
    };
  }, [view, drawn, withOurs, us]);
  useEffect(() => drawing?.show(highlight, chosen), [drawing, highlight, chosen]);
  useEffect(() => {
    if (chosen && highlight && !highlight.people.has(chosen)) drawing?.goTo(chosen);
  }, [drawing, chosen, highlight]);
  return (
    <>
      <div className="relative h-[58dvh] min-h-80 overflow-hidden rounded-lg border border-line bg-paper desk:h-[calc(100dvh-19rem)] desk:min-h-120">
        <div
          ref={board}
          role="img"
          data-drawn={drawing !== null}
          aria-label={w.alternative(view.nodes.length, view.circles.length)}
          className="absolute inset-0"
        />
        <div ref={names} aria-hidden className="pointer-events-none absolute inset-0 overflow-hidden" />
        {!drawing && (
          <div role="status" className="absolute inset-0 p-6">
            <span className="sr-only">{w.drawing}</span>
            <Skeleton className="size-full rounded-lg" />
          </div>
        )}
        <div className="absolute right-2 bottom-2 flex gap-1 rounded-md border border-line bg-sheet">
          <IconButton
            label={w.closer}
            icon={<Plus aria-hidden size={18} />}
            onPress={() => drawing?.zoom('closer')}
          />
          <IconButton
            label={w.farther}
            icon={<Minus aria-hidden size={18} />}
            onPress={() => drawing?.zoom('farther')}
          />
          <IconButton
            label={w.wholeView}
            icon={<Maximize2 aria-hidden size={16} />}
            onPress={() => drawing?.zoom('whole')}
          />
        </div>
      </div>
      {drawn.length < view.ties.length && (
        <p className="mt-3 text-ink-soft text-small">{w.threadsLeft(drawn.length, view.ties.length)}</p>
      )}
    </>
  );
};
