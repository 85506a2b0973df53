import { MultiUndirectedGraph } from 'graphology';
import Sigma from 'sigma';
import type { MapPerson, MapTie } from '../views.ts';
import { drawCircleNames } from './draw-circle-names.ts';
import { drawLabel, drawPointed } from './draw-label.ts';
import { guardGestures } from './guard-gestures.ts';
import type { Highlight } from './highlight.ts';
import { between, faded, type MapColours, onRepaint, readColours } from './map-colours.ts';
import type { Place } from './place-people.ts';
import { ThreadProgram } from './thread-program.ts';
import { tieKey } from './threads-to-draw.ts';

export type DrawnMap = {
  readonly people: readonly MapPerson[];
  readonly ties: readonly MapTie[];
  readonly places: ReadonlyMap<string, Place>;
  /** Of each circle its place among the colours. */
  readonly circlePlaces: ReadonlyMap<string, number>;
  readonly circleNames: ReadonlyMap<string, string>;
  /** Our own name, when our own threads are drawn too. */
  readonly us: string | null;
};

export type Drawing = {
  /** What stands out, and who is chosen. */
  show(highlight: Highlight | null, chosen: string | null): void;
  zoom(how: 'closer' | 'farther' | 'whole'): void;
  goTo(person: string): void;
  stop(): void;
};

type Listener = {
  readonly onChoose: (person: string | null) => void;
  /** The browser took the drawing board away. */
  readonly onLost: () => void;
};

/** Our own company's node: no contact has such an id. */
export const US = 'us';

/** Draws the web into an element, and keeps it in the colours of the page. */
export const drawMap = (
  board: HTMLElement,
  nameLayer: HTMLElement,
  map: DrawnMap,
  listener: Listener,
): Drawing => {
  const graph = graphOf(map, Math.min(1, board.offsetWidth / 640));
  let shown: { highlight: Highlight | null; chosen: string | null } = { highlight: null, chosen: null };
  let colours = readColours();
  const sigma = new Sigma(graph, board, {
    allowInvalidContainer: true,
    defaultEdgeType: 'thread',
    edgeProgramClasses: { thread: ThreadProgram },
    defaultDrawNodeLabel: (context, data, settings) => drawLabel(context, data, settings, colours),
    defaultDrawNodeHover: (context, data, settings) => drawPointed(context, data, settings, colours),
    labelFont: getComputedStyle(board).fontFamily,
    labelSize: 12,
    labelDensity: 0.16,
    labelGridCellSize: 100,
    labelRenderedSizeThreshold: board.offsetWidth < 640 ? 5.5 : 6,
    stagePadding: 44,
    zIndex: true,
    minCameraRatio: 0.08,
    maxCameraRatio: 1.6,
    nodeReducer: (id, data) => ({ ...data, ...personLook(id, data, shown, colours, map) }),
    edgeReducer: (_, data) => ({ ...data, ...threadLook(data, shown.highlight, colours) }),
  });
  const names = drawCircleNames(sigma, nameLayer, map);
  const unguard = guardGestures(board, () => sigma.getCamera().ratio);
  const stopRepaint = onRepaint(() => {
    colours = readColours();
    sigma.refresh();
  });
  const observer = new ResizeObserver(() => sigma.resize().scheduleRender());
  observer.observe(board);
  let stopped = false;
  for (const canvas of Object.values(sigma.getCanvases()))
    canvas.addEventListener('webglcontextlost', () => stopped || listener.onLost());
  sigma.on('clickNode', ({ node }) => listener.onChoose(node === US ? null : node));
  sigma.on('clickStage', () => listener.onChoose(null));
  sigma.on('enterNode', () => board.classList.add('cursor-pointer'));
  sigma.on('leaveNode', () => board.classList.remove('cursor-pointer'));
  return {
    show(highlight, chosen) {
      // Whoever holds this drawing may hear only after the next one that it is over.
      if (stopped) return;
      shown = { highlight, chosen };
      tieMissing(graph, highlight);
      sigma.refresh();
    },
    zoom(how) {
      if (stopped) return;
      const camera = sigma.getCamera();
      const pace = { duration: calm() };
      if (how === 'closer') void camera.animatedZoom(pace);
      else if (how === 'farther') void camera.animatedUnzoom(pace);
      else void camera.animatedReset(pace);
    },
    goTo(person) {
      if (stopped) return;
      const at = sigma.getNodeDisplayData(person);
      if (at) void sigma.getCamera().animate({ x: at.x, y: at.y, ratio: 0.5 }, { duration: calm() });
    },
    stop() {
      if (stopped) return;
      stopped = true;
      names.stop();
      unguard();
      stopRepaint();
      observer.disconnect();
      sigma.kill();
    },
  };
};

const calm = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 1 : 180);

/** `scale`: dots and threads of a narrow board are smaller. */
const graphOf = (map: DrawnMap, scale: number): MultiUndirectedGraph => {
  const graph = new MultiUndirectedGraph();
  const largest = Math.max(1e-9, ...map.people.map(({ size }) => size));
  for (const { id, name, size, bridge, asleep, circle } of map.people)
    graph.addNode(id, {
      ...(map.places.get(id) ?? { x: 0, y: 0 }),
      label: name,
      size: scale * (4 + 8 * Math.sqrt(Math.max(0, size) / largest)),
      isBridge: bridge,
      isAsleep: asleep,
      circle,
    });
  map.ties.forEach(({ a, b, strength, fresh, reciprocal, asleep }, place) => {
    if (!graph.hasNode(a) || !graph.hasNode(b)) return;
    graph.addEdge(a, b, {
      size: scale * (0.7 + 2.8 * strength) * (reciprocal ? 1 : 0.7),
      curve: place % 2 === 0 ? 0.14 : -0.14,
      isDashed: asleep,
      fresh,
      key: tieKey(a, b),
    });
  });
  if (map.us !== null) addUs(graph, map, map.us);
  return graph;
};

/** We stand amid those whom we talk with, and pull at nobody. */
const addUs = (graph: MultiUndirectedGraph, map: DrawnMap, name: string): void => {
  const ours = map.people.filter(({ strength }) => strength > 0);
  const whole = ours.reduce((sum, { strength }) => sum + strength, 0) || 1;
  const middle = (axis: 'x' | 'y'): number =>
    ours.reduce((sum, { id, strength }) => sum + strength * (map.places.get(id)?.[axis] ?? 0), 0) / whole;
  graph.addNode(US, { x: middle('x'), y: middle('y'), label: name, size: 10, isUs: true });
  for (const { id, strength, asleep } of ours)
    graph.addEdge(US, id, {
      size: 0.7 + 2.8 * strength,
      curve: 0.1,
      isDashed: asleep,
      isOurs: true,
      key: tieKey(US, id),
    });
};

/** Threads that an answer proposes are drawn like those that are there, in the colour of what to do. */
const tieMissing = (graph: MultiUndirectedGraph, highlight: Highlight | null): void => {
  for (const edge of graph.filterEdges((_, { isMissing }) => Boolean(isMissing))) graph.dropEdge(edge);
  for (const [a, b] of highlight?.missing ?? [])
    if (graph.hasNode(a) && graph.hasNode(b))
      graph.addEdge(a, b, { size: 2, curve: 0.2, isDashed: true, isMissing: true, key: tieKey(a, b) });
};

type Attributes = Readonly<Record<string, unknown>>;
/** Names of more people than this would stand on each other. */
const MOST_NAMED = 24;

const personLook = (
  id: string,
  data: Attributes,
  { highlight, chosen }: { readonly highlight: Highlight | null; readonly chosen: string | null },
  colours: MapColours,
  map: DrawnMap,
): Attributes => {
  if (data.isUs) return { color: colours.accent, forceLabel: true, zIndex: 3 };
  const own = colours.circles[map.circlePlaces.get(String(data.circle)) ?? -1] ?? colours.faint;
  const color = data.isAsleep ? between(own, colours.paper, 0.45) : own;
  const isOut = highlight !== null && !highlight.people.has(id);
  if (isOut) return { color: between(own, colours.paper, 0.78), label: null, isBridge: false, zIndex: 0 };
  const isNamed = highlight !== null && highlight.people.size <= MOST_NAMED;
  return {
    color,
    forceLabel: isNamed || Boolean(data.isBridge) || id === chosen,
    highlighted: id === chosen,
    zIndex: highlight ? 2 : 1,
  };
};

const threadLook = (data: Attributes, highlight: Highlight | null, colours: MapColours): Attributes => {
  if (data.isMissing) return { color: colours.accent, zIndex: 3 };
  if (highlight?.ties.has(String(data.key))) return { color: faded(colours.accent, 0.9), zIndex: 2 };
  const fresh = data.isOurs ? 0.4 : Number(data.fresh);
  const ink = data.isOurs ? colours.accent : colours.ink;
  return { color: faded(ink, highlight ? 0.07 : 0.16 + 0.3 * fresh), zIndex: 0 };
};
