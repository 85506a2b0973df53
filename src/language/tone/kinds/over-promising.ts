import { type Phrase, phraseTable, type RuleWords } from '../phrases.ts';

export const overPromisingRule: RuleWords = {
  kind: 'over-promising',
  level: 'warning',
  why: {
    it: 'È una promessa che nessuno può essere sicuro di mantenere: di’ quello che fai davvero.',
    en: 'Nobody can be sure to keep this promise: say what you really do.',
  },
};

const instead = {
  tu: 'ecco che cosa cambio da oggi: …',
  lei: 'ecco che cosa cambio da oggi: …',
  voi: 'ecco che cosa cambio da oggi: …',
};
const fact = {
  tu: 'quello che posso dirti è …',
  lei: 'quello che posso dirle è …',
  voi: 'quello che posso dirvi è …',
};

const italian: readonly Phrase[] = [
  {
    find: "parola d'onore|ci metto la firma|garanzia a vita|a vita(?=[.,!])|(?:zero|nessun) (?:rischi[o]?|pensieri|sorprese|attese)|senza (?:alcuno |nessuno )?(?:sforzo|fatica|rinunce)|(?:impossibile|non) trover(?:ai|ete|à) (?:di meglio|prezzi)[a-z ]{0,20}|impossibile trovare di meglio|prezzi mai visti|miracolos[oa]|(?:spari(?:sce|scono|rà|ranno)|pass(?:a|ano) tutt[oi]?|scompa(?:re|iono)) in \\w{2,10} (?:sedut[ae]|giorn[oi]|or[ae]|settiman[ae]|minuti)|(?:il|la|i|le) (?:miglior|migliore|migliori|numero uno)[a-z ]{0,14} (?:d'italia|del mondo|della città|in città|sul mercato|in circolazione)|(?:in|entro) (?:\\d{1,2}|dieci|cinque|pochi|poche) (?:minuti|secondi) (?:risolviamo|è tutto|tutto)|qualunque cosa (?:accada|succeda)|in ogni caso (?:la|lo|ti|le) (?:rimborseremo|accontenteremo)|tutto(?: ciò)? (?:quello )?che (?:vuole|vuoi|volete|desidera|desideri)",
    say: fact,
  },

  {
    find: '(?:(?:che|da oggi|in futuro|vi assicuro che|le assicuro che) )?(?:(?:un simile episodio|una cosa del genere|questo) )?non (?:si ripeterà|succederà|accadrà|capiterà|ricapiterà|si verificherà|aspetterai|aspetterà|avrà|avrai) (?:mai )?(?:più|problemi)(?: un minuto)?',
    say: instead,
  },
  {
    find: 'mai più (?:bollette|problemi|attese|ritardi|code|errori|un [a-z]{4,12})(?: [a-z]{4,12})?',
    say: instead,
  },
  {
    find: '(?:le|ti|vi|la) (?:garantiamo|garantisco|assicuriamo|assicuro|promettiamo|prometto|giuro)(?: che)?|te lo (?:prometto|promettiamo|giuro)|glielo (?:prometto|promettiamo|assicuro)|(?<=, )giuro',
    say: fact,
  },
  {
    find: "risolveremo (?:qualsiasi|ogni|tutti i|qualunque) problem[ai]|soddisf(?:atti|azione) (?:o rimborsati|garantita|totale)|la soddisfazione è totale|senza se e senza ma|nessun problema, faremo|far(?:emo|ò) (?:l'impossibile|di tutto)",
    say: fact,
  },
  {
    find: '(?:è |sono |qualità )?(?:sempre )?garantit[oaie](?: (?:al|del|di) ?\\d{2,3} ?%?)?(?= del| al|!|\\.|,|$)|(?:risultat[oi]|risparmio|successo|consegna il \\d{1,2} è|soddisfazione) garantit[oaie](?: al \\d{2,3}%?| del \\d{2,3}%?)?|al (?:100|110|1000) ?%|al cento per cento',
    say: fact,
  },
  {
    find: '(?:assolutamente sì|senza alcun(?:o)? (?:effetto collaterale|rischio|problema)|senza effetti collaterali|sicuro al 100%)',
    say: fact,
  },
  {
    find: "(?:risposta|rimborso|consegna|sostituzione) (?:immediat[oa]|istantane[oa])|(?:rimborsiamo|risolviamo|rispondiamo|sostituiamo|consegniamo) (?:immediatamente|sempre|all'istante)|rispondiamo sempre a tutti(?: entro un'ora)?|sempre (?:disponibili|a disposizione|raggiungibili) ?(?:24 ore su 24|h24|24\\/7)|24 ore su 24|h24",
    say: fact,
  },
  {
    find: "(?:riceverà|riceverai|riceverete|arriverà|avrà|avrai) (?:sicuramente|certamente|senz'altro|di sicuro)(?: [a-z]{2,12}){0,3}",
    say: fact,
  },
  {
    find: '(?:ogni|qualsiasi|qualunque) (?:consegna|ordine|prodotto|problema|esigenza) sarà (?:impeccabile|perfett[oa]|risolt[oa])|un soggiorno perfetto',
    say: fact,
  },
  {
    find: "(?:guarisce|cura|elimina|sconfigge|previene)(?: definitivamente)? (?:il|la|l'|i|le|ogni|tutti) ?[a-z]{4,15}(?: in \\w{2,8} giorn[oi])?|via (?:le )?(?:rughe|cellulite|macchie) in \\d{1,3} (?:giorni|ore)|\\d{1,3} (?:chili|kg) in meno in [a-z0-9]{2,5} (?:mese|mesi|settimana|settimane|giorni)|cambierà (?:la tua|la sua|la vostra) vita(?: per sempre)?|(?:indistruttibil|infallibil|indelebil)[ei]|dura(?:no)? per sempre",
    say: fact,
  },
  { find: '(?:pronta|pronto|fatto|risolto|arrivo) (?:tra|fra|in) cinque minuti', say: fact },
  { find: '(?:più|migliore) (?:[a-z]{4,12} )?che (?:abbia|tu abbia|abbiate) mai [a-z]{4,12}', say: fact },
];

const english: readonly Phrase[] = [
  {
    find: '(?:we|i) (?:guarantee|promise|assure|can assure|swear)(?: you)?(?: that)?|(?:this )?will never happen again|never again|100 ?% (?:satisfied|satisfaction|guaranteed|safe)|satisfaction guaranteed|guaranteed results?|results guaranteed',
    say: 'what I can tell you is …',
  },
  {
    find: '(?:we )?(?:always|immediately) (?:reply|answer|respond|refund|solve)(?: to everyone)?|any problem whatsoever|without fail|no matter what|\\d{1,3} days, guaranteed|gone in \\d{1,3} days|24\\/7',
    say: 'what I can tell you is …',
  },
];

export const overPromises = phraseTable({ it: italian, en: english });
