const it = {
  title: (company: string) => `${company}: che cosa ascoltiamo, e i tuoi diritti`,
  waiting: 'Informativa',
  lead: (company: string) =>
    `${company} ascolta quello che si dice in pubblico di sé e del proprio mestiere, e conserva i messaggi che riceve. Questa pagina lo dice a chi ne è autore (regolamento europeo 2016/679, art. 14).`,
  who: 'Chi siamo',
  whoText: (company: string) =>
    `Il titolare dei dati è ${company}. Li tiene su un proprio server, con il programma libero Passaparola.`,
  writeTo: (contact: string) => `Per scriverci dei tuoi dati: ${contact}.`,
  what: 'Che cosa raccogliamo',
  whatText:
    'Il testo di quello che hai reso pubblico o che ci hai scritto, la data, il collegamento alla pagina, il nome e il profilo con cui ti sei firmato, e una lettura automatica di che cosa dice (se è un reclamo o un complimento, di che cosa parla). Nessuna decisione è presa da una macchina. Non cerchiamo salute, fede, politica o altre cose particolari, e non seguiamo persone private.',
  where: 'Da dove',
  whereNone: 'Per ora da nessun canale.',
  keptHours: (hours: string) => `al massimo ${hours} ore, come chiede il canale`,
  keptNot: 'senza conservarne le parole, come chiede il canale',
  keptLike: 'conservato come detto sotto',
  why: 'Perché',
  whyText:
    'Per il nostro interesse legittimo a sapere che cosa si dice di noi e a rispondere (art. 6, par. 1, lett. f). Queste sono le nostre ragioni, con la data in cui le abbiamo scritte:',
  whyNone: 'In questo momento non seguiamo nessuna parola: conserviamo solo quello che ci viene scritto.',
  howLong: 'Per quanto tempo',
  raw: (days: string) => `Gli originali, come arrivano dal canale: ${days} giorni.`,
  overheard: (months: string | null) =>
    months === null
      ? 'Quello che si è detto di noi: finché serve all’azienda.'
      : `Quello che si è detto di noi: ${months} mesi da quando ci è arrivato; poi resta solo che qualcosa era stato detto.`,
  addressed: (months: string | null) =>
    months === null
      ? 'Quello che ci è stato scritto: finché serve all’azienda e alla legge sui documenti.'
      : `Quello che ci è stato scritto: ${months} mesi.`,
  takenBack: 'Se togli quello che hai scritto, ne togliamo le parole anche noi, appena il canale ce lo dice.',
  rights: 'I tuoi diritti',
  rightsText:
    'Puoi chiedere di sapere che cosa abbiamo di te, di cancellarlo, o di non essere più ascoltato: non devi spiegare perché. Di chi ce lo chiede resta solo un’impronta cifrata, che serve a non raccoglierlo di nuovo e che nessuno può leggere. Se invece ci scrivi in privato dopo, ti leggiamo e rispondiamo. Puoi anche rivolgerti al Garante per la protezione dei dati personali (garanteprivacy.it).',
  ask: 'Chiedi',
  kind: 'Che cosa vuoi',
  kinds: {
    object: 'Non voglio più essere ascoltato',
    erase: 'Cancellate quello che avete di me',
    access: 'Voglio sapere che cosa avete di me',
  },
  accounts: 'Come ti riconosciamo',
  accountsHelp:
    'I tuoi profili o indirizzi, uno per riga: per esempio @anna.bsky.social, @anna@mastodon.uno, anna@example.org.',
  contact: 'Dove ti rispondiamo',
  contactHelp: 'Una mail o un numero. Lo cancelliamo quando abbiamo finito.',
  message: 'Vuoi aggiungere qualcosa',
  send: 'Manda la richiesta',
  sent: 'Richiesta ricevuta. Ti risponderemo entro un mese, come vuole la legge.',
  number: (id: string) => `Il suo numero è ${id}: tienilo, se vuoi.`,
  print: 'Stampa questa pagina',
  notThere: 'Qui non c’è l’informativa di nessuna azienda.',
};
const en: typeof it = {
  title: (company: string) => `${company}: what we listen to, and your rights`,
  waiting: 'Privacy notice',
  lead: (company: string) =>
    `${company} listens to what is said in public about itself and its trade, and keeps the messages it receives. This page tells those who wrote them (EU regulation 2016/679, art. 14).`,
  who: 'Who we are',
  whoText: (company: string) =>
    `${company} is the controller of the data. It keeps them on a server of its own, with the free program Passaparola.`,
  writeTo: (contact: string) => `To write to us about your data: ${contact}.`,
  what: 'What we collect',
  whatText:
    'The text of what you made public or wrote to us, the date, the link to the page, the name and profile under which you wrote it, and an automatic reading of what it says (whether it is a complaint or praise, what it is about). No decision is taken by a machine. We look for nothing about health, belief, politics or other special matters, and we follow no private person.',
  where: 'From where',
  whereNone: 'From no channel so far.',
  keptHours: (hours: string) => `for ${hours} hours at most, as the channel demands`,
  keptNot: 'without keeping its words, as the channel demands',
  keptLike: 'kept as said below',
  why: 'Why',
  whyText:
    'For our legitimate interest in knowing what is said of us and in answering (art. 6(1)(f)). These are our reasons, with the day on which we wrote them:',
  whyNone: 'At this moment we follow no words: we keep only what is written to us.',
  howLong: 'How long',
  raw: (days: string) => `Originals, as they come from the channel: ${days} days.`,
  overheard: (months: string | null) =>
    months === null
      ? 'What was said of us: for as long as the company needs it.'
      : `What was said of us: ${months} months from when it reached us; after that only that something was said.`,
  addressed: (months: string | null) =>
    months === null
      ? 'What was written to us: for as long as the company, and the law on records, need it.'
      : `What was written to us: ${months} months.`,
  takenBack: 'If you take back what you wrote, we take its words away too, as soon as the channel tells us.',
  rights: 'Your rights',
  rightsText:
    'You may ask to know what we have of you, to have it erased, or not to be listened to any more: you need not say why. Of those who ask only an encrypted fingerprint stays, which keeps us from collecting them again and which nobody can read. If you write to us in private afterwards, we read it and answer. You may also turn to your data protection authority (in Italy: garanteprivacy.it).',
  ask: 'Ask',
  kind: 'What you want',
  kinds: {
    object: 'I do not want to be listened to any more',
    erase: 'Erase what you have of me',
    access: 'I want to know what you have of me',
  },
  accounts: 'How we know you',
  accountsHelp:
    'Your profiles or addresses, one a line: for example @anna.bsky.social, @anna@mastodon.social, anna@example.org.',
  contact: 'Where we answer you',
  contactHelp: 'A mail address or number. We erase it when we are done.',
  message: 'Anything to add',
  send: 'Send the request',
  sent: 'Request received. We will answer within a month, as the law demands.',
  number: (id: string) => `Its number is ${id}: keep it if you like.`,
  print: 'Print this page',
  notThere: 'There is no company’s notice here.',
};
export const words = { it, en };
