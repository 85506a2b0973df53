type Said = { readonly title: string; readonly detail: string };

const it = {
  off: {
    title: 'L’aiuto alla scrittura è spento.',
    detail: 'Chi coordina lo può accendere nelle impostazioni.',
  },
  'not-set': {
    title: 'Mancano l’indirizzo del servizio o il nome del modello.',
    detail: 'Scrivili tutti e due, poi prova di nuovo.',
  },
  'cap-reached': {
    title: 'La spesa del mese è arrivata al tetto che avete scelto.',
    detail: 'Fino al mese prossimo non si chiede più niente; chi coordina può alzare il tetto.',
  },
  'key-lost': {
    title: 'La chiave salvata non si apre più.',
    detail: 'Succede quando cambia il file delle chiavi dell’installazione: incollala di nuovo.',
  },
  resting: {
    title: 'Il servizio non risponde bene: per qualche minuto non gli chiediamo niente.',
    detail:
      'Dopo tre tentativi andati male lo lasciamo in pace dieci minuti, o quanto chiede lui. Intanto scrivi tu.',
  },
  'nothing-to-answer': {
    title: 'Qui non c’è ancora niente a cui rispondere.',
    detail: 'Serve almeno un messaggio scritto da altri.',
  },
  'in-the-clear': {
    title: 'Questo indirizzo manderebbe tutto in chiaro.',
    detail:
      'Verso internet serve https; http va bene solo per un indirizzo di casa, come 127.0.0.1 o localhost.',
  },
  'blocked-address': {
    title: 'Passaparola non può uscire verso questo indirizzo.',
    detail:
      '{address} è di questo computer o della rete di casa. Se il modello è davvero lì, chi gestisce l’installazione lo aggiunge a PASSAPAROLA_ALLOW_ADDRESSES e riavvia.',
  },
  'bad-address': {
    title: 'L’indirizzo non va bene.',
    detail: 'Deve essere come https://api.esempio.it/v1, senza nome utente dentro e senza porte riservate.',
  },
  'no-such-host': {
    title: 'Nessun computer ha questo nome.',
    detail: 'Controlla come è scritto l’indirizzo.',
  },
  unreachable: {
    title: 'A questo indirizzo non risponde nessuno, o ha interrotto a metà.',
    detail: 'Controlla indirizzo e porta, e che il servizio sia acceso.',
  },
  tls: {
    title: 'Il certificato del servizio non è valido.',
    detail: 'Non mandiamo niente a chi non dimostra di essere lui.',
  },
  timeout: {
    title: 'Il servizio ci mette troppo.',
    detail: 'Non ha finito entro l’attesa che avete scelto: alzala, o scegliete un modello più svelto.',
  },
  'too-large': {
    title: 'La risposta era enorme e l’abbiamo interrotta.',
    detail: 'Forse l’indirizzo è di qualcos’altro.',
  },
  moved: {
    title: 'Il servizio rimanda a un altro indirizzo.',
    detail: 'Scrivi quello nuovo: per non portare in giro la chiave, non lo seguiamo da soli.',
  },
  'wrong-key': {
    title: 'Il servizio non accetta la chiave (401).',
    detail: 'È sbagliata, è scaduta o non vale per questo modello.',
  },
  'no-such-model': {
    title: 'Il servizio non conosce questo modello (404).',
    detail:
      'Controlla il nome del modello, e che l’indirizzo finisca come dice il servizio, di solito con /v1.',
  },
  busy: {
    title: 'Il servizio chiede di aspettare (429).',
    detail: 'Troppe domande, o credito finito presso il fornitore.',
  },
  refused: {
    title: 'Il servizio ha rifiutato la domanda.',
    detail:
      'L’indirizzo risponde, ma non accetta questo modo di chiedere: controlla che sia compatibile con OpenAI.',
  },
  'server-error': { title: 'Il servizio ha un guasto.', detail: 'Non dipende da te: riprova tra poco.' },
  html: {
    title: 'Ha risposto una pagina web, non un modello.',
    detail: 'L’indirizzo è quello di un sito: serve quello dell’API, che di solito finisce con /v1.',
  },
  'not-json': {
    title: 'La risposta non si legge: non è JSON.',
    detail: 'A questo indirizzo c’è qualcos’altro, oppure la risposta è arrivata a metà.',
  },
  'bad-answer': {
    title: 'La risposta non è quella di un modello compatibile con OpenAI.',
    detail: 'È JSON, ma senza la risposta dentro.',
  },
  empty: { title: 'Il modello non ha detto niente.', detail: 'Riprova, o scegli un altro modello.' },
  'cut-short': {
    title: 'Il modello non è arrivato in fondo.',
    detail: 'Ha parlato più a lungo del permesso: un modello che ragiona meno va meglio.',
  },
  'unfit-answer': {
    title: 'Il modello ha risposto in un modo che non serve.',
    detail: 'L’abbiamo scartato: non cambia niente.',
  },
  'invented-data': {
    title: 'La proposta citava dati che nella conversazione non ci sono: l’abbiamo scartata.',
    detail: 'Riprova, o scrivi tu.',
  },
} as const satisfies Record<string, Said>;

const en: Readonly<Record<keyof typeof it, Said>> = {
  off: { title: 'Writing help is off.', detail: 'A coordinator can turn it on in the settings.' },
  'not-set': {
    title: 'The address of the service or the name of the model is missing.',
    detail: 'Write both, then try again.',
  },
  'cap-reached': {
    title: 'This month has come to the limit that you chose.',
    detail: 'Nothing more is asked until next month; a coordinator can raise the limit.',
  },
  'key-lost': {
    title: 'The stored key does not open any more.',
    detail: 'This happens when the key file of the installation changes: paste the key again.',
  },
  resting: {
    title: 'The service is not well: for some minutes we ask it nothing.',
    detail:
      'After three failures we leave it alone for ten minutes, or as long as it asks. Meanwhile, write yourself.',
  },
  'nothing-to-answer': {
    title: 'There is nothing to answer here yet.',
    detail: 'It takes at least one message by somebody else.',
  },
  'in-the-clear': {
    title: 'This address would send everything in the clear.',
    detail:
      'Towards the internet https is needed; http is only for an address of the house, like 127.0.0.1 or localhost.',
  },
  'blocked-address': {
    title: 'Passaparola may not go out to this address.',
    detail:
      '{address} belongs to this machine or to the network of the house. If the model really is there, whoever runs the installation adds it to PASSAPAROLA_ALLOW_ADDRESSES and restarts.',
  },
  'bad-address': {
    title: 'The address is not right.',
    detail: 'It must be like https://api.example.com/v1, with no user name in it and no reserved port.',
  },
  'no-such-host': { title: 'No machine has this name.', detail: 'Check the spelling of the address.' },
  unreachable: {
    title: 'Nobody answers at this address, or it broke off midway.',
    detail: 'Check address and port, and that the service is running.',
  },
  tls: {
    title: 'The certificate of the service is not valid.',
    detail: 'We send nothing to a server that cannot prove who it is.',
  },
  timeout: {
    title: 'The service takes too long.',
    detail: 'It did not finish within the time that you chose: raise it, or choose a quicker model.',
  },
  'too-large': {
    title: 'The answer was enormous and we cut it off.',
    detail: 'Perhaps the address is of something else.',
  },
  moved: {
    title: 'The service points to another address.',
    detail: 'Write the new one: so as not to carry the key around, we do not follow by ourselves.',
  },
  'wrong-key': {
    title: 'The service does not accept the key (401).',
    detail: 'It is wrong, expired, or not good for this model.',
  },
  'no-such-model': {
    title: 'The service does not know this model (404).',
    detail: 'Check the name of the model, and that the address ends as the service says, usually with /v1.',
  },
  busy: {
    title: 'The service asks to wait (429).',
    detail: 'Too many questions, or no credit left with the provider.',
  },
  refused: {
    title: 'The service refused the question.',
    detail: 'The address answers but does not take this way of asking: check that it is OpenAI-compatible.',
  },
  'server-error': { title: 'The service is broken.', detail: 'It is not your doing: try again shortly.' },
  html: {
    title: 'A web page answered, not a model.',
    detail: 'The address is that of a site: it takes that of the API, which usually ends with /v1.',
  },
  'not-json': {
    title: 'The answer does not read: it is not JSON.',
    detail: 'Something else is at this address, or the answer broke off midway.',
  },
  'bad-answer': {
    title: 'The answer is not one of an OpenAI-compatible model.',
    detail: 'It is JSON, but without the answer in it.',
  },
  empty: { title: 'The model said nothing.', detail: 'Try again, or choose another model.' },
  'cut-short': {
    title: 'The model did not come to an end.',
    detail: 'It spoke longer than allowed: a model that reasons less does better.',
  },
  'unfit-answer': {
    title: 'The model answered in a way that is of no use.',
    detail: 'We threw it away: nothing changes.',
  },
  'invented-data': {
    title: 'The proposal named data that are not in the conversation: we threw it away.',
    detail: 'Try again, or write yourself.',
  },
};

export const words = { it: it as Readonly<Record<keyof typeof it, Said>>, en };
