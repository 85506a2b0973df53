import type { Finder } from '../personal-datum.ts';
import { findBy } from './find-by.ts';

const pattern =
  /(?<![\p{L}\p{N}])(?:(?:la |il |mia |mio |my |the )?(?:password|passwd|pwd|psw|pass|passcode|pin|otp|cvv|cvc|parola d['’]ordine|codice (?:di accesso|segreto)))(?: (?:del|della|dell['’]|di|per|for|of|to)(?: (?:il|la|lo|the))? ?[\p{L}-]{2,20}){0,2}\s{0,3}(?<link>[:=]|è|e['’]|is)\s{0,3}(?<quote>["“«'‘]?)(?<datum>[^\s"”»'’,;]{3,64})/dgiu;

/** "La password è arrivata" says nothing of it: without a colon or quotes it must look like a password. */
export const findPasswords: Finder = (text) =>
  findBy(text, 'password', pattern, (datum, { groups }) => {
    const bare = datum.replace(/[.!?)]+$/, '');
    if (bare.length < 3) return 'no';
    const looks = /\d|[^\p{L}\d]/u.test(bare);
    const shown = groups?.link === ':' || groups?.link === '=' || groups?.quote !== '';
    if (looks) return 'certain';
    return shown && bare.length >= 4 ? 'uncertain' : 'no';
  }).map((datum) => ({ ...datum, end: datum.end - trailing(text.slice(datum.start, datum.end)) }));

/** A full stop at the end belongs to the sentence. */
const trailing = (datum: string): number => (/[.?)]$/.test(datum) && datum.length > 3 ? 1 : 0);
