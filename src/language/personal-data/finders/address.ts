import type { Finder } from '../personal-datum.ts';
import { findBy } from './find-by.ts';

const small = '(?:dei|degli|delle|della|dello|del|di|da|dal|de|la|lo|le|san|santa|e|al|alla|in|\\d{1,2})';
const name = "(?:\\p{Lu}[\\p{L}'’.]{0,20}|[dDlL]ell['’]\\p{Lu}[\\p{L}]{0,20}|[dl]['’]\\p{L}{1,20})";

const italian = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:[Vv]ia|VIA|[Vv]iale|V\\.le|[Pp]iazza|P\\.zza|[Pp]iazzale|P\\.le|[Cc]orso|C\\.so|[Ll]argo|[Vv]icolo|[Ss]trada|[Cc]ontrada|[Ll]ocalità|[Ll]oc\\.|[Ff]razione|[Bb]orgo|[Ll]ungomare|[Ss]alita|[Cc]alle|[Ff]ondamenta|[Pp]iazzetta)` +
    `(?<name>(?:\\s${small}){0,3}\\s${name}(?:(?:\\s${small}){0,2}\\s${name}){0,4})` +
    `(?<number>,?\\s{0,2}(?:n(?:\\.|°|um\\.|umero)?\\s?)?\\d{1,4}(?:\\s?\\/?\\s?[A-Za-z](?![\\p{L}]))?)?` +
    `(?<town>,?\\s{0,2}(?:-\\s)?\\d{5}\\s\\p{Lu}[\\p{L}'’]{1,25}(?:\\s\\p{Lu}[\\p{L}'’]{1,25}){0,2}(?:\\s\\(?[A-Z]{2}\\)?)?)?(?![\\p{L}\\p{N}])`,
  'gu',
);
const english =
  /(?<![\p{L}\p{N}])\d{1,5}[A-Za-z]?\s(?:\p{Lu}[\p{L}'’.]{1,20}\s){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Square|Terrace|Close|Court|Boulevard|Blvd)(?![\p{L}])/gu;

/** Street addresses: certain with a number ("via Roma 12"), uncertain without ("via Roma"). */
export const findAddresses: Finder = (text) => [
  ...findBy(text, 'address', italian, (_, { groups }) => {
    if (groups?.number !== undefined || groups?.town !== undefined) return 'certain';
    return /\s\p{Lu}\p{Ll}/u.test(groups?.name ?? '') ? 'uncertain' : 'no';
  }),
  ...findBy(text, 'address', english, () => 'certain'),
];
