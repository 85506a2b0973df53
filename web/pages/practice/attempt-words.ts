const it = {
  back: 'Palestra',
  whatYouKnow: 'Che cosa sai',
  inPublic: 'Lo legge chiunque',
  inPrivate: 'Lo legge solo chi ti scrive',
  moved: 'Ora siete in privato.',
  backInPublic: 'Ora scrivi dove tutto è cominciato: lo legge chiunque.',
  yourAnswer: 'La tua risposta',
  left: (count: number) => `${count} caratteri ancora`,
  over: (count: number) => `${count} caratteri di troppo`,
  send: 'Rispondi',
  how: 'Com’è andata questa risposta',
  met: 'C’è',
  missed: 'Manca',
  allMet: 'In questa risposta non manca niente.',
  good: (count: number) => (count === 1 ? 'Una cosa fatta bene' : `${count} cose fatte bene`),
  goodbye: 'Come è finita',
  model: 'Una risposta possibile',
  modelHelp: 'Una delle tante: quella che hai scritto può essere migliore.',
  ours: 'Come avete risposto voi quando è finita bene',
  again: 'Riprova questa storia',
  share: 'Mostrala a chi coordina',
  sharedNow: 'Chi coordina può leggerla.',
  unshare: 'Non mostrarla più',
  drop: 'Butta via',
  by: (name: string) => `Una prova di ${name}`,
  why: {
    acknowledges: {
      met: 'Chi si lamenta vuole sapere per prima cosa che è stato capito.',
      missed:
        'Non c’è ancora una parola su quello che è successo. Comincia da lì: «Mi dispiace, ha ragione: …».',
    },
    'no-excuses': {
      met: 'Nessuna colpa scaricata su altri.',
      missed:
        'Qui la colpa va al corriere, alle regole o a chi scrive. Anche se è vero, chi ha comprato ha comprato da voi: toglilo.',
    },
    'next-step': {
      met: 'Si capisce che cosa fai tu, adesso.',
      missed:
        'Scuse senza un gesto restano parole. Di’ che cosa fai: «Le rispedisco…», «Controllo… e La chiamo».',
    },
    when: {
      met: 'C’è un quando: ci si può contare.',
      missed: 'Manca il quando: «entro venerdì», «domani alle 10», «stasera». Solo se puoi mantenerlo.',
    },
    personal: {
      met: 'Risponde una persona, con il suo nome.',
      missed: 'Firma con il tuo nome: chi scrive vuole sapere con chi parla. «Lo staff» non è nessuno.',
    },
    tone: {
      met: 'Parla una persona, non un ufficio.',
      missed: 'Qui suona come una circolare. Dillo come lo diresti a voce.',
    },
    register: {
      met: 'Il modo di rivolgersi è lo stesso dall’inizio alla fine.',
      missed: 'Qui cambia il modo di rivolgersi: rispondi con il tu o con il Lei che usa chi ti scrive.',
    },
    'no-bargain': {
      met: 'Nessuno scambio: si rimedia e basta.',
      missed:
        'Un rimedio in cambio di una recensione tolta o più buona è vietato, e si vede. Rimedia senza condizioni.',
    },
    'not-in-kind': {
      met: 'Nessun colpo restituito.',
      missed:
        'Qui si restituisce il colpo, e tutti lo leggono. Se scotta, passa la conversazione a un collega.',
    },
    privacy: {
      met: 'Nessun dato di nessuno in pubblico.',
      missed:
        'Un indirizzo, un telefono o una carta di chi scrive non vanno in pubblico: porta la conversazione in privato.',
    },
    place: {
      met: 'È il posto giusto per dirlo.',
      missed:
        'Dal pubblico si passa al privato per i dettagli («mi scriva in privato»), e poi si torna a dire com’è finita.',
    },
    length: {
      met: 'Si legge in un fiato.',
      missed: 'La misura non va: troppo corta per dire qualcosa, o più lunga di quanto qui si legge.',
    },
  },
};
const en: typeof it = {
  back: 'Practice',
  whatYouKnow: 'What you know',
  inPublic: 'Anybody can read it',
  inPrivate: 'Only whoever wrote to you reads it',
  moved: 'You are in private now.',
  backInPublic: 'Now you write where it all began: anybody can read it.',
  yourAnswer: 'Your answer',
  left: (count) => `${count} characters left`,
  over: (count) => `${count} characters too many`,
  send: 'Answer',
  how: 'How this answer went',
  met: 'Done',
  missed: 'Missing',
  allMet: 'Nothing is missing in this answer.',
  good: (count) => (count === 1 ? 'One thing done well' : `${count} things done well`),
  goodbye: 'How it ended',
  model: 'A possible answer',
  modelHelp: 'One of many: what you wrote may be better.',
  ours: 'How you answered when it ended well',
  again: 'Try this story again',
  share: 'Show it to who coordinates',
  sharedNow: 'Who coordinates can read it.',
  unshare: 'Show it no longer',
  drop: 'Throw it away',
  by: (name) => `A conversation of ${name}`,
  why: {
    acknowledges: {
      met: 'Whoever complains first of all wants to be understood.',
      missed: 'There is no word yet about what happened. Begin there: “I am sorry, you are right: …”.',
    },
    'no-excuses': {
      met: 'No blame is put on others.',
      missed:
        'Here the fault goes to the courier, to the rules or to whoever writes. Even if true, they bought from you: take it out.',
    },
    'next-step': {
      met: 'It is clear what you are going to do.',
      missed:
        'An apology without a deed is only words. Say what you do: “I will resend…”, “I will check… and call you”.',
    },
    when: {
      met: 'There is a when: they can count on it.',
      missed: 'The when is missing: “by Friday”, “tomorrow at 10”, “tonight”. Only if you can keep it.',
    },
    personal: {
      met: 'A person answers, by name.',
      missed: 'Sign with your name: they want to know whom they speak with. “The team” is nobody.',
    },
    tone: {
      met: 'It is a person speaking, not an office.',
      missed: 'This reads like a circular. Say it as you would aloud.',
    },
    register: {
      met: 'One way of address from beginning to end.',
      missed: 'The way of address changes here: answer with the one that they use.',
    },
    'no-bargain': {
      met: 'No trade: you simply make it good.',
      missed:
        'A remedy in exchange for a removed or better review is forbidden, and shows. Make it good without conditions.',
    },
    'not-in-kind': {
      met: 'No blow is returned.',
      missed:
        'Here the blow is returned, and everybody reads it. If it burns, hand the conversation to a colleague.',
    },
    privacy: {
      met: 'Nobody’s data in public.',
      missed:
        'An address, a telephone number or a card of theirs has no place in public: take it to private.',
    },
    place: {
      met: 'It is the right place to say so.',
      missed:
        'From public one goes to private for the details (“message me privately”), and then back to tell how it ended.',
    },
    length: {
      met: 'It can be read in one breath.',
      missed: 'The measure is wrong: too short to say something, or longer than people read here.',
    },
  },
};
export const words = { it, en };
