/**
 * Leaves scrolling to the page: the wheel turns the map's distance only with Ctrl (a trackpad's pinch sends that too),
 * and one finger moves the map only once it is closer than whole. Returns how to stop.
 */
export const guardGestures = (board: HTMLElement, ratio: () => number): (() => void) => {
  const onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
  };
  let isPinch = false;
  const onTouch = (event: TouchEvent) => {
    isPinch ||= event.touches.length > 1;
    if (!isPinch && ratio() > 0.98) event.stopPropagation();
    if (event.touches.length === 0) isPinch = false;
  };
  const touches = ['touchstart', 'touchmove', 'touchend'] as const;
  // Before the layers of the drawing, which lie within the board, hear of it.
  board.addEventListener('wheel', onWheel, { capture: true });
  for (const touch of touches) board.addEventListener(touch, onTouch, { capture: true });
  return () => {
    board.removeEventListener('wheel', onWheel, { capture: true });
    for (const touch of touches) board.removeEventListener(touch, onTouch, { capture: true });
  };
};
