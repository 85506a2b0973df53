const it = {
  title: 'Reputazione nel tempo',
  lead: 'Quanto si parla di noi, come, di che cosa: parole d’altri, senza le nostre e senza messaggi automatici.',
  time: 'Quanto tempo',
  times: { '30': 'Ultimi 30 giorni', '90': 'Ultimi 3 mesi', '365': 'Ultimo anno', '1095': 'Ultimi 3 anni' },
  step: 'A passi di',
  steps: { day: 'un giorno', week: 'una settimana', month: 'un mese' },
  channel: 'Canale',
  anyChannel: 'Tutti i canali',
  course: 'L’andamento',
  volume: 'quante voci',
  positive: 'parte positiva',
  negative: 'parte negativa',
  courseNote:
    'Le parti positiva e negativa sono sul totale delle voci lette in quel passo; chi non ha testo non conta.',
  unusualTitle: 'I momenti insoliti',
  unusualNone: 'Nessuno: tutto è nella misura dei passi vicini.',
  unusualEarly: (steps: string) =>
    `È presto per dirlo: prima di quello che si guarda servono almeno ${steps} passi.`,
  unusualNote:
    'Un momento è insolito quando si scosta di tre deviazioni tipiche o più dai passi che lo precedono, tenuto conto di quanto quelli oscillano. Per caso capita una volta su qualche centinaio.',
  more: (from: string, count: string, expected: string) =>
    `${from}: ${count} voci, di solito circa ${expected}.`,
  explain: 'Che cosa è cambiato',
  changeTitle: (from: string) => `Che cosa è cambiato: ${from}`,
  grown: 'Parole che sono cresciute',
  grownNote: (texts: string, before: string) =>
    `Confronto tra ${texts} testi di questo momento e ${before} di prima (un tempo quattro volte più lungo). La forza dice quanto è difficile che sia un caso: da 2 in su lo è.`,
  noGrown: 'Nessuna parola è cresciuta più di quanto farebbe il caso.',
  word: 'parola',
  now: 'testi adesso',
  before: 'testi prima',
  force: 'forza',
  telling: 'Le voci che lo raccontano',
  share: 'Quanto si parla di chi',
  shareNote:
    'Quante volte ciascun ascolto è stato incontrato, e che parte fa del totale. Una voce che nomina due nomi conta per entrambi.',
  shareNone: 'Scegli gli ascolti da mettere a confronto: il nostro nome e quello di altri.',
  aspects: 'Di che cosa si parla',
  aspectsNone: 'Nessuna voce parla di qualcosa che sappiamo riconoscere.',
  channels: 'Dove se ne parla',
  polarities: { pos: 'positivo', neg: 'negativo', neu: 'neutro', mixed: 'misto' },
  nothing: 'In questo tempo non si è sentito niente.',
};
const en: typeof it = {
  title: 'Reputation over time',
  lead: 'How much we are spoken of, how, and about what: others’ words, without ours and without automatic messages.',
  time: 'How long',
  times: { '30': 'Last 30 days', '90': 'Last 3 months', '365': 'Last year', '1095': 'Last 3 years' },
  step: 'In steps of',
  steps: { day: 'a day', week: 'a week', month: 'a month' },
  channel: 'Channel',
  anyChannel: 'All channels',
  course: 'The course',
  volume: 'how many',
  positive: 'positive part',
  negative: 'negative part',
  courseNote:
    'The positive and negative parts are of all that was read in that step; what has no text does not count.',
  unusualTitle: 'Unusual moments',
  unusualNone: 'None: everything is in line with the steps around it.',
  unusualEarly: (steps: string) =>
    `Too early to tell: at least ${steps} steps must stand before the one that is looked at.`,
  unusualNote:
    'A moment is unusual when it differs by three standard deviations or more from the steps before it, given how much those vary. By chance that happens once in some hundreds.',
  more: (from: string, count: string, expected: string) =>
    `${from}: ${count} voices, usually about ${expected}.`,
  explain: 'What changed',
  changeTitle: (from: string) => `What changed: ${from}`,
  grown: 'Words that grew',
  grownNote: (texts: string, before: string) =>
    `${texts} texts of this moment against ${before} from before (a time four times as long). The strength says how unlikely chance is: from 2 on it is.`,
  noGrown: 'No word grew more than chance would make it.',
  word: 'word',
  now: 'texts now',
  before: 'texts before',
  force: 'strength',
  telling: 'The voices that tell of it',
  share: 'Who is spoken of, and how much',
  shareNote:
    'How often each watch was met, and its part of the whole. A voice that names two names counts for both.',
  shareNone: 'Choose the watches to compare: our name and that of others.',
  aspects: 'What is spoken of',
  aspectsNone: 'No voice speaks of anything that we can recognise.',
  channels: 'Where it is spoken of',
  polarities: { pos: 'positive', neg: 'negative', neu: 'neutral', mixed: 'mixed' },
  nothing: 'Nothing was heard in this time.',
};
export const words = { it, en };
