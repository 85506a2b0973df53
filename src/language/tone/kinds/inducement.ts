import { type Phrase, phraseTable, type RuleWords } from '../phrases.ts';

export const inducementRule: RuleWords = {
  kind: 'inducement',
  level: 'warning',
  why: {
    it: 'Offre qualcosa in cambio di un giudizio, o chiede di toglierlo: è vietato quasi ovunque, e la fiducia non si compra.',
    en: 'This trades something for a judgement, or asks to withdraw it: most places forbid it, and trust is not for sale.',
  },
};

const free = {
  tu: 'se ti va, raccontaci com’è andata: anche il brutto',
  lei: 'se le va, ci racconti com’è andata: anche il brutto',
  voi: 'se vi va, raccontateci com’è andata: anche il brutto',
};

const review =
  '(?:la |una |il |questo |questa |il suo |la sua |la tua |il tuo |immediatamente |questo |il ){0,4}(?:recensione|commento|voto|post|giudizio|valutazione)';

const italian: readonly Phrase[] = [
  {
    find: '(?:tagga(?:teci|ci)|parla(?:te)? bene|parlando bene|recension[ei]|recensisci(?:ci)?|recensite(?:ci)?|stelline|voto massimo|condividi[a-z]{0,4})[^.!?\\n]{0,60}(?:omaggio|sconto|regalo|premio|buono|gratis|in palio|ricev[a-z]{2,5}|estrazione|caffè offerto)',
    say: free,
  },

  {
    find: `(?:se )?(?:rimuove|rimuovi|rimuovete|cancella|cancelli|elimina|elimini|modifica|modifichi|toglie|togli|ritira|ritiri|cambia|rimuova|elimini|ritiri) ${review}`,
    say: free,
  },
  {
    find: '(?:rimuovere|cancellare|modificare|eliminare|ritirare) (?:la|il|questo|questa) (?:sua |tua |suo |tuo )?(?:recensione|commento|voto)',
    say: free,
  },
  {
    find: '(?:con |metti |mettici |lascia(?:ci|mi)? |dacci |dai )(?:una (?:bella )?recensione a |una recensione da |almeno )?(?:5|cinque) stelle',
    say: free,
  },
  {
    find: '(?:recensione|recensisci|recension[ei] positiv[ae]|bella recensione)[^.!?\\n]{0,40}(?:sconto|buono|omaggio|gratis|regalo|offriamo|vinci)|in cambio di una recensione',
    say: free,
  },
];

const english: readonly Phrase[] = [
  {
    find: '(?:if you )?(?:remove|delete|change|edit|withdraw|take down) (?:your|the|this) (?:review|comment|rating)|(?:leave|give) us a? ?(?:5|five)[- ]?stars?(?: review)?|(?:review)[^.!?\\n]{0,40}(?:discount|% off|free|gift|voucher)',
    say: 'if you like, tell us how it went: the bad part too',
  },
];

export const inducements = phraseTable({ it: italian, en: english });
