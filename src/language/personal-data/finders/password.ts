import type { Finder } from '../personal-datum.ts';
import { findBy } from './find-by.ts';

const pattern =
  /(?<![\p{L}\p{N}])(?:(?:la |il |mia |mio |my |the )?(?:password|passwd|pwd|psw|pw|pass|passcode|pin|otp|cvv|cvc|parola d['’]ordine|codice (?:di accesso|segreto)))(?: (?:del|della|dell['’]|di|per|for|of|to)(?: (?:il|la|lo|the))? ?[\p{L}-]{2,20}){0,2}\s{0,3}(?<link>[:=]|è|e['’]|is)\s{0,3}(?<quote>["“«'‘]?)(?<datum>[^\s"”»'’,;]{3,64})/dgiu;

/** A word for a secret and the secret right after it, with nothing between them. */
const beside =
  /(?<![\p{L}\p{N}])(?:(?<code>pin|otp|cvv|cvc|codice di (?:verifica|accesso|sicurezza))|password|passwd|pwd|psw|pw|pass)\s{1,3}(?<datum>[^\s"”»'’,;:=]{3,64})/dgiu;

/** "La password è arrivata" says nothing of it: without a colon or quotes it must look like a password. */
export const findPasswords: Finder = (text) =>
  [...findLinked(text), ...findBeside(text)].map((datum) => ({
    ...datum,
    end: datum.end - trailing(text.slice(datum.start, datum.end)),
  }));

/** "Pass 2 giorni" and "il pin 3 volte" are none: a code is figures alone, a password mixes them with letters. */
const findBeside: Finder = (text) =>
  findBy(text, 'password', beside, (datum, { groups }) => {
    const bare = datum.replace(/[.!?)]+$/, '');
    const looks = groups?.code === undefined ? MIXED.test(bare) : /^\d{3,8}$/.test(bare);
    return looks ? 'certain' : 'no';
  });
const MIXED = /^(?=[^\d]*\d)(?=[^\p{L}]*\p{L}).{5,}$/u;

const findLinked: Finder = (text) =>
  findBy(text, 'password', pattern, (datum, { groups }) => {
    const bare = datum.replace(/[.!?)]+$/, '');
    if (bare.length < 3) return 'no';
    const looks = /\d|[^\p{L}\d]/u.test(bare);
    const shown = groups?.link === ':' || groups?.link === '=' || groups?.quote !== '';
    if (looks) return 'certain';
    return shown && bare.length >= 4 ? 'uncertain' : 'no';
  });

/** A full stop at the end belongs to the sentence. */
const trailing = (datum: string): number => (/[.?)]$/.test(datum) && datum.length > 3 ? 1 : 0);
