/** Whether this browser can draw the map: asked once, on a canvas that nobody sees. */
export const canDraw = (): boolean => {
  known ??= typeof WebGL2RenderingContext !== 'undefined' && hasContext();
  return known;
};

let known: boolean | undefined;

const hasContext = (): boolean => {
  const context = document.createElement('canvas').getContext('webgl2');
  // Browsers allow only a few at a time.
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
};
