import type { MapColours } from './map-colours.ts';

type Named = {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly label?: string | null | undefined;
  readonly isBridge?: unknown;
};
type Lettering = { readonly labelSize: number; readonly labelFont: string };

/** A name beside its dot, readable over threads; who is a bridge has a ring. */
export const drawLabel = (
  context: CanvasRenderingContext2D,
  data: Named,
  { labelSize, labelFont }: Lettering,
  colours: MapColours,
): void => {
  if (data.isBridge) ring(context, data, colours.ink, 2.5);
  if (!data.label) return;
  context.font = `500 ${labelSize}px ${labelFont}`;
  context.lineJoin = 'round';
  context.lineWidth = 3.5;
  context.strokeStyle = colours.paper;
  context.fillStyle = colours.ink;
  const at = [data.label, data.x + data.size + 5, data.y + labelSize / 3] as const;
  context.strokeText(...at);
  context.fillText(...at);
};

/** The same for whoever is pointed at or chosen: a ring, and the name on a slip of paper. */
export const drawPointed = (
  context: CanvasRenderingContext2D,
  data: Named,
  { labelSize, labelFont }: Lettering,
  colours: MapColours,
): void => {
  ring(context, data, colours.accent, 3);
  if (!data.label) return;
  context.font = `600 ${labelSize}px ${labelFont}`;
  const width = context.measureText(data.label).width;
  context.fillStyle = colours.sheet;
  context.strokeStyle = colours.line;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(data.x + data.size + 6, data.y - labelSize, width + 12, 2 * labelSize, 4);
  context.fill();
  context.stroke();
  context.fillStyle = colours.ink;
  context.fillText(data.label, data.x + data.size + 12, data.y + labelSize / 3);
};

const ring = (
  context: CanvasRenderingContext2D,
  { x, y, size }: Named,
  colour: string,
  away: number,
): void => {
  context.beginPath();
  context.arc(x, y, size + away, 0, 2 * Math.PI);
  context.lineWidth = 1.5;
  context.strokeStyle = colour;
  context.stroke();
};
