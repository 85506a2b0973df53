import type { ChannelProblem, SettingsField, Words } from './contract.ts';

/** What happened, and what is safe and what to do, for each kind of problem of a channel. */
export type ProblemWords = { readonly title: Words; readonly advice: Words };

export const problemWords: Readonly<Record<ChannelProblem['kind'], ProblemWords>> = {
  unauthorised: {
    title: { it: 'Il canale non ci fa più entrare', en: 'The channel no longer lets us in' },
    advice: {
      it: 'Quello che è già arrivato è al sicuro. La password o il permesso non valgono: scrivili di nuovo o rifai l’accesso.',
      en: 'What has already arrived is safe. The password or permission is not valid: enter it again, or sign in again.',
    },
  },
  forbidden: {
    title: { it: 'Il canale ci nega questa lettura', en: 'The channel denies us this reading' },
    advice: {
      it: 'Siamo entrati, ma il permesso non basta. Controlla sul canale che cosa può fare questo account; intanto riproviamo ogni tanto.',
      en: 'We got in, but the permission is not enough. Check on the channel what this account may do; meanwhile we try again now and then.',
    },
  },
  'not-found': {
    title: { it: 'A quell’indirizzo non c’è niente', en: 'There is nothing at that address' },
    advice: {
      it: 'Quello che è già arrivato resta. Controlla l’indirizzo: forse è cambiato. Intanto riproviamo ogni tanto.',
      en: 'What has already arrived stays. Check the address: it may have changed. Meanwhile we try again now and then.',
    },
  },
  gone: {
    title: { it: 'È stato chiuso per sempre', en: 'It has been closed for good' },
    advice: {
      it: 'Chi lo pubblicava dice che non tornerà, quindi abbiamo smesso di chiedere. Quello che è già arrivato resta: puoi togliere il collegamento o dargli un altro indirizzo.',
      en: 'Its publisher says that it will not come back, so we have stopped asking. What has already arrived stays: you can remove the connection or give it another address.',
    },
  },
  'bad-response': {
    title: { it: 'Ha risposto qualcosa che non si legge', en: 'It answered something that does not read' },
    advice: {
      it: 'Di solito è un guasto passeggero dall’altra parte. Non abbiamo perso niente e riproviamo da soli.',
      en: 'Usually a passing fault on the other side. Nothing of ours is lost, and we try again by ourselves.',
    },
  },
  unreachable: {
    title: { it: 'Il canale non si raggiunge', en: 'The channel cannot be reached' },
    advice: {
      it: 'Può essere la rete o il loro server. Non abbiamo perso niente e riproviamo da soli; se dura, controlla l’indirizzo.',
      en: 'It may be the network or their server. Nothing is lost and we try again by ourselves; if it lasts, check the address.',
    },
  },
  timeout: {
    title: { it: 'Il canale non ha risposto in tempo', en: 'The channel did not answer in time' },
    advice: {
      it: 'Probabilmente è molto occupato. Non abbiamo perso niente e riproviamo da soli, con calma.',
      en: 'It is probably very busy. Nothing is lost and we try again by ourselves, without haste.',
    },
  },
  'blocked-address': {
    title: { it: 'Quell’indirizzo è di una rete privata', en: 'That address belongs to a private network' },
    advice: {
      it: 'Per sicurezza parliamo solo con indirizzi pubblici. Se è un server di casa vostra, chi gestisce l’installazione può consentirlo (PASSAPAROLA_ALLOW_ADDRESSES).',
      en: 'For safety we only talk to public addresses. If it is a server of your own house, whoever runs this installation can allow it (PASSAPAROLA_ALLOW_ADDRESSES).',
    },
  },
  'too-large': {
    title: { it: 'Ha mandato troppo in una volta', en: 'It sent too much at once' },
    advice: {
      it: 'Ci siamo fermati prima che pesasse sugli altri canali, che vanno avanti. Riproviamo più tardi; se dura, controlla che l’indirizzo sia quello giusto.',
      en: 'We stopped before it weighed on the other channels, which go on. We try again later; if it lasts, check that the address is the right one.',
    },
  },
  'too-late': {
    title: { it: 'Il tempo per rispondere è passato', en: 'The time to answer has passed' },
    advice: {
      it: 'Questo canale accetta risposte solo per un certo tempo dall’ultimo messaggio della persona. Quando scrive di nuovo si può rispondere.',
      en: 'This channel takes answers only for some time after the person’s last message. When they write again, you can answer.',
    },
  },
  'over-budget': {
    title: { it: 'Il budget del mese è finito', en: 'The month’s budget is used up' },
    advice: {
      it: 'Ci siamo fermati prima di spendere di più. Quello che è già arrivato resta; si riprende da soli il mese prossimo, oppure alza il budget nelle impostazioni del canale.',
      en: 'We stopped before spending more. What has already arrived stays; it goes on by itself next month, or raise the budget in the channel’s settings.',
    },
  },
  misconfigured: {
    title: { it: 'C’è qualcosa da correggere nei dati', en: 'Something in the settings needs correcting' },
    advice: {
      it: 'Controlla il campo indicato e salva: proviamo subito.',
      en: 'Check the field marked and save: we try at once.',
    },
  },
  'rate-limited': {
    title: { it: 'Il canale ci chiede di rallentare', en: 'The channel asks us to slow down' },
    advice: {
      it: 'Aspettiamo il tempo che ci ha chiesto e poi riprendiamo da dove eravamo. Non devi fare niente.',
      en: 'We wait as long as it asked and then go on from where we were. You need do nothing.',
    },
  },
  'server-error': {
    title: { it: 'Il canale ha un guasto', en: 'The channel has a fault' },
    advice: {
      it: 'Il guasto è dalla loro parte. Non abbiamo perso niente e riproviamo da soli, sempre più di rado finché non torna.',
      en: 'The fault is on their side. Nothing is lost and we try again by ourselves, less and less often until it is back.',
    },
  },
  moved: {
    title: { it: 'Ha cambiato indirizzo', en: 'It has changed its address' },
    advice: {
      it: 'Abbiamo visto il nuovo indirizzo. Controllalo e salvalo nel collegamento.',
      en: 'We have seen the new address. Check it and save it in the connection.',
    },
  },
};

/** What to say beside a field of the form. */
export const fieldWords: Readonly<Record<SettingsField['kind'] | 'missing' | 'unknown', Words>> = {
  missing: { it: 'Questo serve per collegarsi.', en: 'This is needed to connect.' },
  unknown: { it: 'Questo canale non ha un campo così.', en: 'This channel has no such field.' },
  text: { it: 'Così non va: controlla come è scritto.', en: 'This is not right: check how it is written.' },
  password: {
    it: 'Così non va: incollala di nuovo intera.',
    en: 'This is not right: paste it again, whole.',
  },
  url: {
    it: 'Non sembra un indirizzo web, come https://www.esempio.it.',
    en: 'This does not look like a web address, such as https://www.example.org.',
  },
  email: {
    it: 'Non sembra un indirizzo e-mail, come info@esempio.it.',
    en: 'This does not look like an e-mail address, such as info@example.org.',
  },
  number: { it: 'Qui va un numero.', en: 'A number goes here.' },
  toggle: { it: 'Qui si sceglie solo sì o no.', en: 'Only yes or no can be chosen here.' },
  choice: { it: 'Scegli una delle voci proposte.', en: 'Choose one of the options offered.' },
};

/** A clock that is off by this much deserves a word. */
export const clockNotice = (skewMs: number): Words => {
  const minutes = Math.round(Math.abs(skewMs) / 60_000);
  const isAhead = skewMs > 0;
  return {
    it: `L’orologio di quel server è ${isAhead ? 'avanti' : 'indietro'} di circa ${minutes} minuti: gli orari dei messaggi possono sembrare strani.`,
    en: `That server’s clock is about ${minutes} minutes ${isAhead ? 'fast' : 'slow'}: the times of messages may look odd.`,
  };
};

/** That a permission will end: for mails. */
export const expiryMail = (language: 'it' | 'en', name: string, days: number) =>
  language === 'it'
    ? {
        subject: `${name}: il permesso scade ${days === 1 ? 'domani' : `tra ${days} giorni`}`,
        text: `Il permesso con cui ascoltiamo e rispondiamo su ${name} scade ${days === 1 ? 'domani' : `tra ${days} giorni`}, e da soli non possiamo rinnovarlo. Basta rifare l’accesso dalla pagina dei canali: ci vuole un minuto, e non si perde niente.`,
      }
    : {
        subject: `${name}: the permission ends ${days === 1 ? 'tomorrow' : `in ${days} days`}`,
        text: `The permission with which we listen and answer on ${name} ends ${days === 1 ? 'tomorrow' : `in ${days} days`}, and we cannot renew it by ourselves. Sign in again from the page of channels: it takes a minute, and nothing is lost.`,
      };
