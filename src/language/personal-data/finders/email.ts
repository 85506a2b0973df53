import type { Finder } from '../personal-datum.ts';
import { findBy } from './find-by.ts';

// The characters before the "@" by RFC 5321 (dot-string), the name of a host after it. Bounded on both sides.
const pattern =
  /(?<![\p{L}\p{N}.!#$%&*+/=?^_{|}~-])[\p{L}\p{N}!#$%&*+/=?^_{|}~-][\p{L}\p{N}.!#$%&'*+/=?^_{|}~-]{0,63}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.){1,8}\p{L}[\p{L}\p{N}-]{1,62}(?![\p{L}\p{N}])/gu;

/** "nome (chiocciola) sito punto it" and "name [at] site.com": written so that programs do not see them. */
const spoken =
  /(?<![\p{L}\p{N}.-])[\p{L}\p{N}._+-]{2,64}\s{0,2}[([]?\s?(?:chiocciola|at)\s?[)\]]?\s{0,2}[\p{L}\p{N}-]{2,63}\s?(?:[([]?(?:punto|dot)[)\]]?|\.)\s?(?:it|com|net|org|eu|info)(?![\p{L}\p{N}])/giu;

export const findEmails: Finder = (text) => [
  ...findBy(text, 'email', pattern, () => 'certain'),
  ...findBy(text, 'email', spoken, (datum) =>
    /chiocciola|[([]\s?at|punto|dot/i.test(datum) ? 'uncertain' : 'no',
  ),
];
