import { keep } from './kept.ts';

export type Theme = 'system' | 'light' | 'dark';
export type Density = 'calm' | 'compact';

const prefersDark = () => matchMedia('(prefers-color-scheme: dark)');

const papers = { light: '#f7f3ec', dark: '#1b1714' } as const;

/** Paints the page now and remembers the choice for the next first paint (public/start.js). */
export const applyTheme = (theme: Theme): void => {
  keep('theme', theme);
  const dark = theme === 'dark' || (theme === 'system' && prefersDark().matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  document
    .querySelector('meta[name="theme-color"]')
    ?.setAttribute('content', dark ? papers.dark : papers.light);
};

export const applyDensity = (density: Density): void => {
  keep('density', density);
  document.documentElement.dataset.density = density;
};

/** Follows the system while the person leaves the choice to it. Returns how to stop. */
export const followSystemTheme = (current: () => Theme): (() => void) => {
  const query = prefersDark();
  const follow = () => current() === 'system' && applyTheme('system');
  query.addEventListener('change', follow);
  return () => query.removeEventListener('change', follow);
};
