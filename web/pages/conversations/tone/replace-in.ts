import type { Change } from './tone-view.ts';

/**
 * Changes the text of a field as if it had been typed, so that the browser's own undo takes it back; where something
 * is left open ("…"), the gap is selected. Returns the whole text.
 */
export const replaceIn = (
  area: HTMLTextAreaElement | null,
  body: string,
  { start, end, text }: Change,
): string => {
  const changed = body.slice(0, start) + text + body.slice(end);
  if (!area) return changed;
  area.focus();
  area.setSelectionRange(start, end);
  // Deprecated, and still the only way that every browser offers to write with undo.
  document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
  const gap = text.indexOf('…');
  requestAnimationFrame(() => {
    const at = start + (gap < 0 ? text.length : gap);
    area.setSelectionRange(at, gap < 0 ? at : at + 1);
  });
  return changed;
};
