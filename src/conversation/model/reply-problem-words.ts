import type { Words } from '../../channels/index.ts';
import type { ReplyProblem } from './reply-state.ts';

/** Why an answer is waiting or has failed, as a person would say it. */
const words: Readonly<Record<string, Words>> = {
  unauthorised: {
    it: 'Il canale non ci riconosce più: va rifatto l’accesso nelle impostazioni dei canali.',
    en: 'The channel no longer recognises us: sign in again in the channel settings.',
  },
  forbidden: {
    it: 'Il canale non ci permette di rispondere qui.',
    en: 'The channel does not allow us to answer here.',
  },
  'not-found': {
    it: 'Il messaggio a cui rispondi non c’è più.',
    en: 'The message you are answering is no longer there.',
  },
  gone: {
    it: 'Il messaggio a cui rispondi è stato tolto.',
    en: 'The message you are answering has been taken down.',
  },
  'bad-response': {
    it: 'Il canale ha risposto in un modo che non capiamo.',
    en: 'The channel answered in a way that we do not understand.',
  },
  unreachable: { it: 'Il canale non si raggiunge.', en: 'The channel cannot be reached.' },
  timeout: { it: 'Il canale non ha risposto in tempo.', en: 'The channel did not answer in time.' },
  'blocked-address': {
    it: 'L’indirizzo del canale non è tra quelli che possiamo raggiungere.',
    en: 'The channel’s address is not one that we may reach.',
  },
  'too-large': {
    it: 'Per il canale la risposta è troppo grande.',
    en: 'The answer is too large for the channel.',
  },
  'too-late': {
    it: 'Il canale non accetta più risposte a questo messaggio: è passato troppo tempo. Quando la persona scrive di nuovo, si può rispondere.',
    en: 'The channel takes no more answers to this message: too much time has passed. When the person writes again, you can answer.',
  },
  'over-budget': {
    it: 'Costerebbe più di quanto volete spendere su questo canale nel mese: alza il budget nelle impostazioni dei canali, oppure togli il link.',
    en: 'It would cost more than you want to spend on this channel in the month: raise the budget in the channel settings, or leave the link out.',
  },
  misconfigured: {
    it: 'Il canale va sistemato nelle impostazioni.',
    en: 'The channel needs a look in the settings.',
  },
  'rate-limited': {
    it: 'Il canale ci chiede di aspettare un po’.',
    en: 'The channel asks us to wait a while.',
  },
  'server-error': {
    it: 'Il canale ha un guasto dalla sua parte.',
    en: 'The channel has a fault on its side.',
  },
  moved: { it: 'Il canale ha cambiato indirizzo.', en: 'The channel has moved to another address.' },
  interrupted: {
    it: 'L’invio si è interrotto a metà: stiamo guardando se è partito.',
    en: 'Sending was interrupted halfway: we are looking whether it left.',
  },
  unsure: {
    it: 'Il canale non ha confermato: stiamo guardando se è partito.',
    en: 'The channel did not confirm: we are looking whether it left.',
  },
  unclear: {
    it: 'Non sappiamo se è partito: guarda sul canale, poi scegli se inviarlo di nuovo.',
    en: 'We do not know whether it left: look on the channel, then choose whether to send it again.',
  },
  'person-looked': {
    it: 'Guardiamo un’ultima volta prima di inviare di nuovo.',
    en: 'We look one last time before sending again.',
  },
  bounced: {
    it: 'È tornato indietro: non è stato consegnato. Controlla l’indirizzo e scrivi di nuovo.',
    en: 'It came back: it was not delivered. Check the address and write again.',
  },
  'cannot-compose': {
    it: 'Così com’è il canale non lo accetta: accorcialo o cambialo e invia di nuovo.',
    en: 'The channel does not take it as it is: shorten or change it and send again.',
  },
  'check-blocked': {
    it: 'Dice qualcosa che da qui non può partire: correggila e invia di nuovo.',
    en: 'It says something that cannot leave from here: mend it and send again.',
  },
  'connection-ended': {
    it: 'Questo canale è stato tolto.',
    en: 'This channel has been removed.',
  },
  paused: {
    it: 'Questo canale è in pausa: riattivalo per rispondere.',
    en: 'This channel is paused: resume it to answer.',
  },
};

const otherwise: Words = { it: 'L’invio non è riuscito.', en: 'Sending did not succeed.' };

export const replyProblemWords = (problem: ReplyProblem): Words => words[problem.kind] ?? otherwise;
