import '../app.css';

/**
 * What the page looks like is painted before the app's code runs, which holds up everything for a while on a slow
 * processor; its files are on their way since the first line of the page. A page that nobody sees does not wait.
 */
const open = () => void import('./main.tsx');
if (document.hidden) open();
else {
  requestAnimationFrame(() => setTimeout(open));
  // A window that is covered gets no frames; a module is only ever run once.
  setTimeout(open, 1_000);
}
