import '../app.css';

declare global {
  interface Window {
    /** The first answers of the day, when public/early.js asked for them; first-day.js paints them. */
    firstDay?: Promise<unknown>;
  }
}

/**
 * What the page looks like is painted before the app's code runs, which holds up everything for a while on a slow
 * processor; its files are on their way since the first line of the page. A page that nobody sees does not wait.
 */
const open = () => void import('./main.tsx');
const afterNextFrame = (next: () => void) => requestAnimationFrame(() => setTimeout(next));

/** Where the day's answers are on their way, what people said is painted first too: most often they are there at once. */
const afterTheDay = () => {
  if (!window.firstDay) return open();
  document.addEventListener('first-day-painted', () => afterNextFrame(open), { once: true });
  setTimeout(open, 900);
};

if (document.hidden) open();
else {
  afterNextFrame(afterTheDay);
  // A window that is covered gets no frames; a module is only ever run once.
  setTimeout(open, 1_200);
}
