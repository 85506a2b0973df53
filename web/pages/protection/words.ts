import type { Escalation, ReportKind, ReportState, ReportStep } from './use-protection.ts';

const states: Readonly<Record<ReportState, string>> = {
  collected: 'Prove raccolte',
  reported: 'Segnalata alla piattaforma',
  removed: 'Contenuto tolto',
  refused: 'Rifiutata',
  'no-answer': 'Senza risposta',
  escalated: 'Portata più in alto',
  ended: 'Finita',
};
const kinds: Readonly<Record<ReportKind, string>> = {
  'false-review': 'Recensione falsa',
  insult: 'Insulti',
  threat: 'Minacce',
  defamation: 'Diffamazione',
  extortion: 'Ricatto',
  'personal-data': 'Dati personali diffusi',
  other: 'Altro',
};
const steps: Readonly<Record<ReportStep, string>> = {
  report: 'L’ho segnalata alla piattaforma',
  'hear-removed': 'L’hanno tolta',
  'hear-refused': 'Hanno detto di no',
  'hear-nothing': 'Non rispondono',
  escalate: 'Mi sono rivolto ad altri',
  end: 'È finita',
  reopen: 'Riapri',
};
const escalations: Readonly<Record<Escalation, string>> = {
  'trusted-flagger': 'Segnalatore attendibile (associazione)',
  'dispute-body': 'Organismo di risoluzione delle controversie',
  agcom: 'AGCOM (reclamo, DSA art. 53)',
  lawyer: 'Un legale',
  police: 'Polizia o Carabinieri',
};
const it = {
  part: 'Tutela',
  title: 'Tutela',
  lead: 'Recensioni false, insulti, minacce: si raccolgono le prove, si segnala con calma, si protegge chi lavora qui. Niente di questo toglie un reclamo dal registro pubblico.',
  none: 'Nessuna segnalazione',
  noneLead: 'Quando serve, la apri da una conversazione con il tasto dello scudo. Speriamo di no.',
  exampleText: 'Quel giorno eravamo chiusi: come fa ad aver mangiato male?',
  exampleFrom: 'Una trattoria, di martedì',
  number: (number: number) => `Segnalazione ${number}`,
  states,
  kinds,
  steps,
  escalations,
  daysLeft: (days: number) =>
    days < 0
      ? `scaduto da ${-days} giorni`
      : days === 0
        ? 'scade oggi'
        : days === 1
          ? 'manca un giorno'
          : `mancano ${days} giorni`,
  deadlines: {
    remind: 'Se tacciono ancora, sollecita (regola nostra)',
    appeal: 'Ultimo giorno per reclamare dentro la piattaforma',
    complaint: 'Ultimo giorno per la querela',
    lapses: 'Da qui la recensione decade, per la legge sulle PMI',
  },
  by: (date: string) => `entro il ${date}`,
  since: (date: string) => `dal ${date}`,
  figures: 'Che cosa ha portato segnalare',
  figuresLine: (f: {
    reported: number;
    removed: number;
    refused: number;
    noAnswer: number;
    escalated: number;
  }) =>
    `Segnalate ${f.reported}: tolte ${f.removed}, rifiutate ${f.refused}, senza risposta ${f.noAnswer}, portate più in alto ${f.escalated}.`,
  daysToAnswer: (days: string) => `Metà delle risposte è arrivata entro ${days} giorni.`,
  shields: 'Scudi attivi',
  shieldLine: (hidden: string, handler: string) => `Nascosta a ${hidden}, la segue ${handler}`,
  openThread: 'Apri la conversazione',
  endShield: 'Togli lo scudo',
  suggestions: 'Forse qui serve uno scudo',
  suggestionsLead: 'La lettura è sicura che ci siano insulti. Decidi tu, aprendo la conversazione.',
  reads: { threat: 'Sembra una minaccia', insult: 'Sembra un insulto' },
  next: 'Che cosa è successo?',
  when: 'Quando',
  note: 'Numero di pratica, risposta, appunti',
  toWhom: 'A chi',
  save: 'Scrivi',
  path: 'La strada',
  whatFor: 'Che cosa chiede',
  unknown: 'Non lo sappiamo: nessuna pagina pubblica letta finora lo dice.',
  source: (date: string) => `Letto qui il ${date}`,
  go: 'Apri la pagina della piattaforma',
  facts: 'I fatti',
  kind: 'Di che cosa si tratta',
  platform: 'Dove',
  url: 'Indirizzo esatto',
  visited: 'Giorno della visita o dell’acquisto, se lo sai',
  reasons: 'Perché è illecita, con parole tue',
  findings: {
    'in-time': (days: number) => `Scritta ${days} giorni dopo la visita: nei 30 giorni della legge.`,
    'too-late': (days: number) => `Scritta ${days} giorni dopo la visita: oltre i 30 giorni della legge.`,
    'before-visit': () => 'Scritta prima della visita di cui parla.',
    'unknown-visit': () => 'Senza il giorno della visita non si può dire se è arrivata in tempo.',
  },
  notice: 'Il testo della segnalazione',
  noticeLead:
    'Completalo, copialo e mandalo tu: da qui non parte niente. Le parti fra parentesi quadre mancano ancora.',
  noticeLanguage: { it: 'In italiano', en: 'In inglese' },
  copy: 'Copia',
  copied: 'Copiato',
  evidence: 'Le prove',
  evidenceLead: 'Restano anche se il contenuto sparisce. Ogni volta che qualcuno le apre, resta scritto.',
  kept: (months: number) =>
    `Si conservano per ${months} mesi dalla fine della segnalazione, poi si cancellano da sole.`,
  keptUntil: (date: string) => `Si conservano fino al ${date}, poi si cancellano da sole.`,
  isThere: 'C’era',
  isGone: 'Non c’era più',
  collectedBy: (name: string) => `raccolta da ${name}`,
  byItself: 'raccolta da sé',
  versions: (count: number) => (count === 1 ? 'una versione precedente' : `${count} versioni precedenti`),
  again: 'Controlla se c’è ancora',
  pack: 'Scarica il fascicolo (ZIP)',
  addFile: 'Aggiungi una schermata o un documento',
  digest: 'Impronta',
  history: 'Che cosa si è fatto',
  law: 'Che cosa dice la legge, per quanto ne sappiamo',
  helpLines: 'Se c’è un pericolo',
  drop: 'Cancella con le prove',
  dropAsk: 'Le prove si perdono per sempre. Nel registro delle azioni resta che c’erano.',
  settings: 'Chi firma, e per quanto si conserva',
  signatory: 'Chi firma (rappresentante legale)',
  email: 'Posta a cui rispondono',
  keepMonths: 'Mesi dopo la fine',
  keepHelp: 'Da 3 a 120. Cinque anni sono il tempo per chiedere un risarcimento.',
  publicKey: 'Chiave con cui si firmano i fascicoli',
  noKey: 'Nasce con il primo fascicolo.',
};
const en: typeof it = {
  part: 'Protection',
  title: 'Protection',
  lead: 'False reviews, insults, threats: evidence is collected, reports are made calmly, people who work here are protected. Nothing of this takes a complaint off the public register.',
  none: 'No reports',
  noneLead: 'When you need one, open it from a conversation with the shield. Let us hope not.',
  exampleText: 'We were closed that day: how can they have eaten badly?',
  exampleFrom: 'A trattoria, on a Tuesday',
  number: (number: number) => `Report ${number}`,
  states: {
    collected: 'Evidence collected',
    reported: 'Reported to the platform',
    removed: 'Content removed',
    refused: 'Refused',
    'no-answer': 'No answer',
    escalated: 'Taken further',
    ended: 'Ended',
  },
  kinds: {
    'false-review': 'False review',
    insult: 'Insults',
    threat: 'Threats',
    defamation: 'Defamation',
    extortion: 'Blackmail',
    'personal-data': 'Personal data spread',
    other: 'Something else',
  },
  steps: {
    report: 'I reported it to the platform',
    'hear-removed': 'They removed it',
    'hear-refused': 'They said no',
    'hear-nothing': 'They do not answer',
    escalate: 'I turned to somebody else',
    end: 'It is over',
    reopen: 'Reopen',
  },
  escalations: {
    'trusted-flagger': 'Trusted flagger (association)',
    'dispute-body': 'Dispute settlement body',
    agcom: 'AGCOM (complaint, DSA art. 53)',
    lawyer: 'A lawyer',
    police: 'Police or Carabinieri',
  },
  daysLeft: (days: number) =>
    days < 0
      ? `${-days} days over`
      : days === 0
        ? 'ends today'
        : days === 1
          ? 'one day left'
          : `${days} days left`,
  deadlines: {
    remind: 'If they stay silent, remind them (our own rule)',
    appeal: 'Last day to object inside the platform',
    complaint: 'Last day for a criminal complaint',
    lapses: 'From here the review lapses, by the Italian SME law',
  },
  by: (date: string) => `by ${date}`,
  since: (date: string) => `from ${date}`,
  figures: 'What reporting has brought',
  figuresLine: (f: {
    reported: number;
    removed: number;
    refused: number;
    noAnswer: number;
    escalated: number;
  }) =>
    `Reported ${f.reported}: removed ${f.removed}, refused ${f.refused}, no answer ${f.noAnswer}, taken further ${f.escalated}.`,
  daysToAnswer: (days: string) => `Half the answers came within ${days} days.`,
  shields: 'Shields up',
  shieldLine: (hidden: string, handler: string) => `Hidden from ${hidden}, looked after by ${handler}`,
  openThread: 'Open the conversation',
  endShield: 'Take the shield away',
  suggestions: 'A shield may be needed here',
  suggestionsLead: 'The reading is sure of insults. You decide, opening the conversation.',
  reads: { threat: 'Reads like a threat', insult: 'Reads like an insult' },
  next: 'What happened?',
  when: 'When',
  note: 'Their reference, what they answered, notes',
  toWhom: 'To whom',
  save: 'Write it down',
  path: 'The way',
  whatFor: 'What it asks for',
  unknown: 'We do not know: no public page read so far says it.',
  source: (date: string) => `Read here on ${date}`,
  go: 'Open the platform’s page',
  facts: 'The facts',
  kind: 'What it is',
  platform: 'Where',
  url: 'Exact address',
  visited: 'Day of the visit or purchase, if you know it',
  reasons: 'Why it is illicit, in your own words',
  findings: {
    'in-time': (days: number) => `Written ${days} days after the visit: within the law’s 30 days.`,
    'too-late': (days: number) => `Written ${days} days after the visit: beyond the law’s 30 days.`,
    'before-visit': () => 'Written before the visit that it speaks of.',
    'unknown-visit': () => 'Without the day of the visit one cannot say whether it came in time.',
  },
  notice: 'The text of the notice',
  noticeLead:
    'Complete it, copy it and send it yourself: nothing leaves from here. What is in square brackets is missing.',
  noticeLanguage: { it: 'In Italian', en: 'In English' },
  copy: 'Copy',
  copied: 'Copied',
  evidence: 'The evidence',
  evidenceLead:
    'It stays even if the content disappears. Every time somebody opens it, that is written down.',
  kept: (months: number) => `Kept for ${months} months after the report ends, then deleted by itself.`,
  keptUntil: (date: string) => `Kept until ${date}, then deleted by itself.`,
  isThere: 'It was there',
  isGone: 'It was gone',
  collectedBy: (name: string) => `collected by ${name}`,
  byItself: 'collected by itself',
  versions: (count: number) => (count === 1 ? 'one earlier version' : `${count} earlier versions`),
  again: 'Look whether it is still there',
  pack: 'Download the pack (ZIP)',
  addFile: 'Add a screenshot or a document',
  digest: 'Digest',
  history: 'What was done',
  law: 'What the law says, as far as we know',
  helpLines: 'If there is danger',
  drop: 'Delete with its evidence',
  dropAsk: 'The evidence is lost for good. That it was there stays in the log.',
  settings: 'Who signs, and how long it is kept',
  signatory: 'Who signs (legal representative)',
  email: 'Mail that they answer to',
  keepMonths: 'Months after the end',
  keepHelp: 'From 3 to 120. Five years is the time to claim damages.',
  publicKey: 'Key that packs are signed with',
  noKey: 'It is made with the first pack.',
};
export const words = { it, en };
