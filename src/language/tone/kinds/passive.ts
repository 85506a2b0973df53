import type { Draft } from '../draft.ts';
import type { ToneFinding, ToneProposal } from '../finding.ts';
import { type Candidate, capital, findPhrases, phraseTable, type RuleWords } from '../phrases.ts';
import { passiveEnglish } from './passive-english.ts';
import { activeOf, isPassiveParticiple, type Tense, verbInside } from './passive-verbs.ts';

const rule: RuleWords = {
  kind: 'passive',
  level: 'hint',
  why: {
    it: 'Non si sa chi lo fa: chi legge si fida di più se c’è un «noi» o un nome.',
    en: 'It does not say who does it: readers trust it more with a “we” or a name.',
  },
};

const adverb = '(?:(?:già|anche|ora|sempre|appena|regolarmente|[a-zà]{3,15}mente) )?';
const participle =
  '[a-zà-ÿ]{1,20}(?:at|ut|it)[oaie]|[a-z]{0,9}(?:fiss|redatt|pres|mess|fatt|risolt|chius|apert|scritt|decis|post|spes|vist|chiest|dott|volt|colt|cess|res|fert|lett|dett|rett|evas|sunt|clus|punt|giunt|poss|mos)[oaie]';
const state =
  '(?:accettat|ammess|previst|garantit|gestit|fornit|vietat|segnalat|sospes|espost|realizzat|effettuat|prodott|format|subordinat|invitat|inclus|esclus|rivolt|consentit|regolat|assicurat|processat|pubblicat|registrat|res|archiviat|autorizzat|affidat|destinat|controllat|stabilit)[oaie]';

const source =
  `(?<![a-zà-ÿ0-9'])(?:(?<subject>(?:(?:il|lo|la|i|gli|le|un|una|uno) |l'|un')(?:(?:sua|suo|suoi|sue|tua|tuo|tuoi|tue|vostra|vostro|vostre|vostri|nostra|nostro) )?[a-zà-ÿ]{3,20}) )?(?<no>non )?(?:` +
  `(?:è|e'|sono|era|erano|sia|siano|fu|furono|essere|sei|siete) ${adverb}stat[oaie] ${adverb}(?<past>${participle})` +
  `|(?:resterà|resteranno|rimarrà|rimarranno|verrà|verranno|verrai|verrete|sarà|saranno|sarai|sarete|verra'|sara') ${adverb}(?<future>${participle})` +
  `|(?:viene|vengono|veniva|venivano|venga|vengano|venne|vennero|fu|furono) ${adverb}(?<present>${participle})` +
  `|(?:può|possono|deve|devono|dovrà|dovranno|potrà|potranno|potrebbe|potrebbero|va|vanno) (?:essere )?(?<modal>(?<=essere )(?:${participle}))` +
  `|(?:è|e'|sono|era|erano|resta|restano) (?<state>${state})` +
  `|(?<fixed>(?:risulta|risultano) [a-z]{3,15}(?:at|ut|it)[oaie]|(?:subirà|subiranno|potrebbe subire|potrebbero subire)(?: un (?:ulteriore )?[a-z]{4,15})?|avrà inizio|avranno inizio|avrà luogo|avranno luogo|osserverà|sono in lavorazione|è in lavorazione|hanno priorità)` +
  `)(?![a-zà-ÿ0-9])`;
const italian = new RegExp(source.replaceAll(' ', '\\s{1,3}'), 'g');

// A person who does it makes a passive a sentence like any other: "è stata scritta da Matteo", "dal tecnico".
const byPerson =
  /^\s{1,3}(?:[a-zà-ÿ]{2,10}\s{1,3}){0,2}?(?:da|dal|dallo|dalla|dai|dagli|dalle|dall['’])\s{0,3}(?:\p{Lu}\p{Ll}{1,20}|tecnic[oi]|nonn[ao]|colleg[ah][ie]?|chef|bambin[ie]|ragazz[oiae]|me|noi|mio|mia|nostr[oa] (?:figli[oa]|nonn[ao]))(?![\p{L}])/u;

// A supplier, a courier, a department: it is not us, so "we" would be untrue.
const bySomebody =
  /^\s{1,3}(?:[a-zà-ÿ]{2,15}\s{1,3}){0,1}?(?:da|dal|dallo|dalla|dai|dagli|dalle|dall['’])\s{0,3}[\p{L}]/u;

/** Passives that hide who does it, with our words in their place where grammar allows. */
export const findPassive = (draft: Draft): readonly Candidate[] => {
  if (draft.lang === 'en') return findPhrases(draft, english, rule).filter((one) => !isByPerson(draft, one));
  const found: Candidate[] = [];
  for (const match of draft.folded.matchAll(italian)) {
    if (found.length === 40) break;
    const finding = readPassive(draft, match.index, match[0], match.groups ?? {});
    if (finding) found.push({ finding, picky: false });
  }
  return found;
};

const english = phraseTable({ it: [], en: passiveEnglish });
const byEnglish = /^\s{1,3}(?:[a-z]{2,12}\s{1,3})?by\s{1,3}(?:\p{Lu}|our |my |the team|me|us)/u;
const isByPerson = (draft: Draft, { finding }: Candidate): boolean =>
  byEnglish.test(draft.text.slice(finding.end, finding.end + 60));

type Parts = { readonly [part: string]: string | undefined };

const readPassive = (draft: Draft, at: number, whole: string, parts: Parts): ToneFinding | undefined => {
  const word = parts.past ?? parts.future ?? parts.present ?? parts.modal ?? parts.state;
  if (word !== undefined && !isPassiveParticiple(word)) return undefined;
  const end = at + whole.length;
  if (byPerson.test(draft.text.slice(end, end + 60))) return undefined;
  const subject = parts.subject ?? '';
  const start = subject === '' ? at : at + subject.length + leadingSpace(whole.slice(subject.length));
  const named = bySomebody.test(draft.text.slice(end, end + 60));
  const proposal = parts.no === undefined && !named ? rewrite(draft, at, end, parts) : undefined;
  return { kind: rule.kind, level: rule.level, start, end, why: rule.why, ...(proposal ? { proposal } : {}) };
};

const leadingSpace = (text: string): number => text.length - text.trimStart().length;

const rewrite = (draft: Draft, start: number, end: number, parts: Parts): ToneProposal | undefined => {
  const tense: Tense | undefined = parts.past
    ? 'past'
    : parts.future
      ? 'future'
      : parts.present
        ? 'present'
        : undefined;
  const word = parts.past ?? parts.future ?? parts.present;
  if (tense === undefined || word === undefined) return undefined;
  const subject = parts.subject ?? '';
  const noun = subject.split(/[\s']/).at(-1) ?? '';
  const short = verbInside(noun, word, tense);
  const high = draft.text.charAt(start) !== draft.folded.charAt(start);
  const inCharge = /^pres/.test(word) && /^\s{1,3}in carico/.exec(draft.text.slice(end, end + 14));
  if (inCharge)
    return {
      lang: 'it',
      text: high ? 'Ce ne stiamo occupando' : 'ce ne stiamo occupando',
      start,
      end: end + inCharge[0].length,
      ready: true,
    };
  const verb = short ?? activeOf(word, tense);
  if (verb === undefined) return undefined;
  const told = subject === '' ? draft.text.charAt(start) : draft.text.slice(start, start + subject.length);
  const text =
    short !== undefined || subject === '' ? aimed(draft, verb, word, subject) : `${verb} ${lowerFirst(told)}`;
  return { lang: 'it', text: high ? capital(text) : text, start, end, ready: true };
};

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** "Verrà contattato" is said to the reader: "la contatteremo". */
const aimed = (draft: Draft, verb: string, word: string, subject: string): string => {
  const toReader =
    subject === '' &&
    !verb.startsWith('abbiamo') &&
    /^(?:ri)?(?:contattat|chiamat|avvisat|informat|rimborsat|richiamat)/.test(word);
  if (!toReader) return verb;
  return `${{ tu: 'ti', lei: 'la', voi: 'vi' }[draft.address]} ${verb}`;
};
