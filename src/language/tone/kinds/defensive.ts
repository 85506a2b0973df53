import type { Draft } from '../draft.ts';
import { type Candidate, findPhrases, type Phrase, phraseTable, type RuleWords } from '../phrases.ts';

const rule: RuleWords = {
  kind: 'defensive',
  level: 'warning',
  why: {
    it: 'Suona come una difesa: chi si è trovato male vuole essere capito prima che convinto.',
    en: 'This sounds like a defence: somebody let down wants to be understood before being convinced.',
  },
};

const but = {
  it: 'Il «ma» cancella le scuse che lo precedono: chiudi la frase e poi racconta i fatti.',
  en: 'The “but” wipes out the apology before it: end the sentence, then tell the facts.',
};

const fullStop = 'Capisco. …';
const own = {
  tu: 'ti racconto che cosa è successo: …',
  lei: 'le racconto che cosa è successo: …',
  voi: 'vi racconto che cosa è successo: …',
};

const italian: readonly Phrase[] = [
  {
    find: '(?:i|le|il|la|gli) nostr[oaie] [a-zà-ÿ]{4,14} (?:è|sono|escono|esce|arrivano|arriva|viene|vengono)(?: stat[oaie])? sempre [a-zà-ÿ]{3,14}|(?:i|le|il|la) [a-zà-ÿ]{4,14} (?:escono|arrivano|sono) sempre (?:nei tempi|puntual|perfett|corrett|in orario)[a-z]{0,3}[^.!?\\n]{0,15}|(?:ci|mi) (?:sembra|pare) (?:strano|impossibile|esagerato|eccessivo)|(?:ci|mi) (?:stupisce|sorprende|lascia perplessi)|strano che|facciamo questo (?:lavoro|mestiere) da|(?:tutti|la maggior parte dei) (?:gli altri|i nostri) (?:clienti|ospiti)[^.!?\\n]{0,25}|gli altri (?:clienti|ospiti|tavoli)[^.!?\\n]{0,25}|mai (?:avuto|ricevuto) (?:un )?(?:problem[ai]|lament[ei]le?|reclam[oi])|non (?:è|era) (?:assolutamente )?vero|le cose (?:non )?stanno (?:diversamente|così)|non possiamo (?:farci niente|farne una colpa)|non è (?:stata )?colpa (?:di nessuno|nostra|mia)',
    say: own,
  },

  {
    find: '(?=ma |però|tuttavia|eppure|comunque)(?<=(?:dispiace|spiace|scusiamo|scuso|scusa|scusi|rammarica|grazie|capiamo|capisco|comprendiamo|deluso|trattata male|fastidio|questo|malinteso)[^.!?\\n]{0,60}[,\\s]\\s{0,2})(?:ma|però|tuttavia|eppure|comunque)(?: (?:evidentemente|purtroppo|non|noi))?',
    say: fullStop,
    why: but,
  },
  {
    find: '(?=ma|tuttavia|comunque|però)(?<=(?:^|[.!?\\n]\\s{0,3}|sì,? |eh ))(?:ma|tuttavia|comunque|però)(?= (?:il|la|lo|i|le|gli|non|noi|a noi|nostr[oaie]) )',
    say: fullStop,
    picky: true,
  },
  { find: 'eh ma|(?<=, )comunque(?= a noi)', say: fullStop },
  {
    find: '(?:non (?:abbiamo|ho) mai (?:ricevuto|avuto) (?:lamentele|reclami|problemi|segnalazioni)|nessuno si è mai lamentato|nessuno ha mai (?:avuto|fatto) [a-z]{4,15}|(?:in tanti anni |da noi )?non (?:è|ci è) mai (?:successo|capitato|accaduto)|è la prima volta che (?:succede|capita|riceviamo|ci))',
    say: own,
  },
  {
    find: '(?:abbiamo|ho) (?:centinaia|migliaia|decine|tantissime|molte) di (?:recensioni|clienti)(?: positive| soddisfatti)?|siamo primi (?:in classifica|su)[^.!?\\n]{0,25}|i nostri clienti sono sempre [a-z]{4,15}|gli altri (?:clienti|ospiti) (?:sono|erano) (?:sempre )?[a-z]{4,15}|i nostri standard sono [^.!?\\n]{0,25}',
    say: own,
  },
  {
    find: "(?:non (?:è|e') (?:colpa|responsabilità) nostra|non dipend(?:e|ono) da noi|la colpa è (?:del|della|dei)(?: [a-z]{4,15})?|non è di nostra competenza(?: diretta)?|non siamo responsabili|non sono responsabilità (?:della|del|nostra)(?: [a-z]{4,12})?|i tempi dei fornitori non dipendono da noi|non ci risulta|il graffio era già presente|era già (?:così|presente|rotto|rotta))",
    say: own,
  },
  { find: '(?:guarda|guardi) che noi[^.!?\\n]{0,35}|noi abbiamo sempre [a-z]{4,15}(?: così)?', say: own },
];

const english: readonly Phrase[] = [
  {
    find: '(?:our|the) [a-z]{4,12} (?:always|never) [a-z]{4,14}(?: [a-z]{4,14}){0,2}|always provides? [a-z]{4,14}(?: service)?|everyone else (?:was|is|loved|enjoyed)|we (?:find|are surprised)[^.!?\\n]{0,25}|(?:that|this) is (?:simply )?not true',
    say: 'here is what happened: …',
  },

  {
    find: '(?=but|however|although)(?<=(?:sorry|apologi[sz]e|regret|understand|thank you)[^.!?\\n]{0,60}[,\\s]\\s{0,2})(?:but|however|although)',
    say: 'I see. …',
    why: but,
  },
  {
    find: "we have never had (?:any )?(?:complaints?|problems?|issues?)|nobody (?:has )?ever complained|(?:our|all) other (?:guests|customers|clients) (?:are|were|have)(?: always)? [a-z]{4,15}|it is not our (?:fault|responsibility)|this has never happened(?: before)?|it was the courier'?s fault",
    say: 'here is what happened: …',
  },
];

const table = phraseTable({ it: italian, en: english });

/** Answers to something that went wrong that defend us instead of listening. */
export const findDefensive = (draft: Draft): readonly Candidate[] =>
  draft.complaint ? findPhrases(draft, table, rule) : [];
