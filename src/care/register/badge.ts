import { escapeMarkup as e } from '../../platform/text/index.ts';
import type { PublicRegisterView } from '../actions/read-register.ts';
import { type PageLanguage, words } from './words.ts';

/** About as wide as the letters are, at 12 px. */
const widthOf = (text: string): number => Math.round(text.length * 6.6) + 20;

/** A badge that anyone may put on their site: two words in a picture, drawn from shapes and text alone. */
export const registerBadge = ({ figures }: PublicRegisterView, language: PageLanguage): string => {
  const w = words[language];
  const left = w.badgeTitle;
  const { complaints, answered } = figures;
  const right =
    complaints === 0
      ? w.badgeNone
      : answered === null
        ? w.badgeFew(complaints)
        : w.badge(answered, complaints);
  const [a, b] = [widthOf(left), widthOf(right)];
  const text = `${left}: ${right}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${a + b}" height="28" viewBox="0 0 ${a + b} 28" role="img" aria-label="${e(text)}"><title>${e(text)}</title><rect width="${a + b}" height="28" rx="6" fill="#2b2521"/><path d="M${a} 0h${b - 6}a6 6 0 0 1 6 6v16a6 6 0 0 1-6 6H${a}z" fill="#a8431f"/><g fill="#fff" font-family="system-ui,sans-serif" font-size="12" text-anchor="middle"><text x="${a / 2}" y="18">${e(left)}</text><text x="${a + b / 2}" y="18">${e(right)}</text></g></svg>`;
};
