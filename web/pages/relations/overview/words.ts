const it = {
  title: 'La nostra rete',
  lead: 'Con chi parliamo, quanto ci lega, e quanto lontano arriva una parola che parte da noi.',
  people: (contacts: string, interactions: string) =>
    `Conosciamo ${contacts} persone, e ${interactions} scambi tra loro e con noi.`,
  peopleWhy:
    'Contano solo gli scambi veri: risposte, commenti, ringraziamenti, incontri. I numeri di seguaci no.',
  circles: (count: number, reached: string, all: string) =>
    `Raggiungiamo ${count === 1 ? 'una cerchia' : `${reached} cerchie`} su ${all}.`,
  noCircles: 'Di cerchie non se ne vedono ancora.',
  circlesWhy:
    'Una cerchia è un gruppo di persone che parlano soprattutto tra loro. Raggiungerla vuol dire parlare con almeno una.',
  near: (share: string) => `Il ${share} delle persone è a due passi da noi.`,
  nearWhy:
    'Ci parliamo, o parliamo con qualcuno che le conosce: a due passi il passaparola arriva ancora intero.',
  voices: (voices: string) => `I nostri legami valgono ${voices} voci diverse.`,
  voicesWhy: (count: number, ties: string) =>
    `Abbiamo un filo con ${count === 1 ? 'una persona' : `${ties} persone`}. Chi si conosce già tra sé ci racconta le stesse cose, e qui conta meno: più i due numeri sono vicini, più la nostra rete porta novità.`,
  was: (value: string, day: string) => `Il ${day} erano ${value}.`,
  wasShare: (value: string, day: string) => `Il ${day} era il ${value}.`,
  batch: 'Quando è stata calcolata',
  batchLead: 'I fili si rifanno da sé ogni notte, e prima se nella giornata cambia molto.',
  computed: (ago: string, seconds: string) => `Calcolata ${ago}, in ${seconds}.`,
  seconds: (value: string) => (value === '1' ? 'un secondo' : `${value} secondi`),
  since: (count: string) =>
    count === '1'
      ? 'Da allora c’è stato uno scambio nuovo.'
      : `Da allora ci sono stati ${count} scambi nuovi.`,
  nothingNew: 'Da allora niente di nuovo.',
  never: 'Non è ancora stata calcolata.',
  failed: 'L’ultimo calcolo si è interrotto. Quello che vedi è rimasto com’era: si può riprovare.',
  refresh: 'Ricalcola adesso',
  refreshing: 'Sto ricalcolando la rete',
  stop: 'Ferma',
  stopped: 'Fermato: resta quello che c’era.',
  months: 'Nei mesi',
  monthsLead: 'Come si infittisce la rete intorno a noi.',
  measures: {
    circlesReached: 'Cerchie raggiunte',
    withinTwoSteps: 'Persone a due passi',
    ourEffectiveSize: 'Voci diverse',
    contacts: 'Persone conosciute',
  },
  halfLives: 'Quanto dura un filo',
  halfLivesLead: 'Misurato sui nostri scambi: dopo quanto silenzio un filo perde metà della sua forza.',
  days: (value: string) => (value === '1' ? 'un giorno' : `${value} giorni`),
  toMap: 'Guarda la mappa',
  emptyTitle: 'Qui leggerete la rete di persone intorno a voi',
  emptyText:
    'Chi vi parla, chi parla con chi, quali cerchie raggiungete. Si fa da sé con gli scambi di ogni giorno: basta un canale collegato, o un elenco di persone da cui partire.',
  emptyChannels: 'Collega un canale',
  emptyExample:
    'Conosciamo 214 persone. Raggiungiamo 5 cerchie su 9. I ciclisti del venerdì ci arrivano da Nadia, e soltanto da lei.',
  emptyExampleFrom: 'Un esempio inventato di come si leggerà',
};
const en: typeof it = {
  title: 'Our web',
  lead: 'Whom we talk with, how much ties us, and how far a word goes that starts from us.',
  people: (contacts, interactions) =>
    `We know ${contacts} people, and ${interactions} exchanges among them and with us.`,
  peopleWhy: 'Only real exchanges count: answers, comments, thanks, meetings. Numbers of followers do not.',
  circles: (count, reached, all) =>
    `We reach ${count === 1 ? 'one circle' : `${reached} circles`} of ${all}.`,
  noCircles: 'No circles can be seen yet.',
  circlesWhy:
    'A circle is a group of people who talk mostly with each other. Reaching it means talking with at least one of them.',
  near: (share) => `${share} of the people are within two steps of us.`,
  nearWhy:
    'We talk with them, or with somebody who knows them: over two steps word of mouth still arrives whole.',
  voices: (voices) => `Our ties are worth ${voices} different voices.`,
  voicesWhy: (count, ties) =>
    `We have a thread with ${count === 1 ? 'one person' : `${ties} people`}. Those who already know each other tell us the same things, and count for less here: the closer the two numbers, the more news our web brings.`,
  was: (value, day) => `On ${day} it was ${value}.`,
  wasShare: (value, day) => `On ${day} it was ${value}.`,
  batch: 'When it was worked out',
  batchLead: 'Threads are redone by themselves every night, and sooner when much changes in a day.',
  computed: (ago, seconds) => `Worked out ${ago}, in ${seconds}.`,
  seconds: (value) => (value === '1' ? 'one second' : `${value} seconds`),
  since: (count) =>
    count === '1'
      ? 'Since then there has been one new exchange.'
      : `Since then there have been ${count} new exchanges.`,
  nothingNew: 'Nothing new since then.',
  never: 'It has not been worked out yet.',
  failed: 'The last calculation broke off. What you see stayed as it was: it can be tried again.',
  refresh: 'Work it out now',
  refreshing: 'Working out the web',
  stop: 'Stop',
  stopped: 'Stopped: what was there stays.',
  months: 'Over the months',
  monthsLead: 'How the web around us gets denser.',
  measures: {
    circlesReached: 'Circles reached',
    withinTwoSteps: 'People within two steps',
    ourEffectiveSize: 'Different voices',
    contacts: 'People known',
  },
  halfLives: 'How long a thread lasts',
  halfLivesLead: 'Measured on our own exchanges: after how much silence a thread loses half of its strength.',
  days: (value) => (value === '1' ? 'one day' : `${value} days`),
  toMap: 'Look at the map',
  emptyTitle: 'Here you will read the web of people around you',
  emptyText:
    'Who talks to you, who talks with whom, which circles you reach. It makes itself from each day’s exchanges: one connected channel is enough, or a list of people to start from.',
  emptyChannels: 'Connect a channel',
  emptyExample:
    'We know 214 people. We reach 5 circles of 9. The Friday cyclists come to us through Nadia, and only through her.',
  emptyExampleFrom: 'An invented example of how it will read',
};
export const words = { it, en };
