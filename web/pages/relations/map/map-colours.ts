/** The colours of the page as it is painted now, for what is drawn on a canvas. */
export type MapColours = {
  readonly paper: string;
  readonly sheet: string;
  readonly ink: string;
  readonly soft: string;
  readonly faint: string;
  readonly line: string;
  readonly accent: string;
  readonly circles: readonly string[];
};

export const readColours = (): MapColours => {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: of('paper'),
    sheet: of('sheet'),
    ink: of('ink'),
    soft: of('ink-soft'),
    faint: of('ink-faint'),
    line: of('line'),
    accent: of('accent'),
    circles: Array.from({ length: 8 }, (_, place) => of(`circle-${place + 1}`)),
  };
};

/** `#rrggbb` with an opacity from 0 to 1. */
export const faded = (hex: string, opacity: number): string => {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgba(${channels.join(',')},${opacity.toFixed(3)})`;
};

/** A colour that lets nothing through, `share` of the way from one to the other. */
export const between = (from: string, to: string, share: number): string => {
  const part = (at: number): string => {
    const [one, other] = [from, to].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16));
    return Math.round((one ?? 0) + ((other ?? 0) - (one ?? 0)) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${part(1)}${part(3)}${part(5)}`;
};

/** Calls back when the page is repainted light or dark; returns how to stop. */
export const onRepaint = (repaint: () => void): (() => void) => {
  const observer = new MutationObserver(repaint);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
};
