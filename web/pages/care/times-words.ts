const it = {
  title: 'Tempi di risposta',
  lead: 'Come teniamo quello che promettiamo: per gruppo, mai per persona. Conta solo il tempo in cui siete aperti.',
  period: 'Periodo',
  periods: { '30': 'Ultimi 30 giorni', '90': 'Ultimi 90 giorni', '365': 'Ultimo anno' },
  none: 'In questo periodo nessuno ha aspettato una risposta: le cifre arrivano con la prima.',
  says: (inTime: string, median: string) =>
    `La prima risposta arriva in tempo ${inTime}; di solito in ${median} di lavoro.`,
  saysMargin: (margin: string) => `Il vero valore sta probabilmente ${margin}.`,
  saysNothing: 'Ancora nessuna prima risposta da misurare.',
  overdue: (count: number) =>
    count === 1
      ? 'Adesso una conversazione aspetta oltre il tempo.'
      : `Adesso ${count} conversazioni aspettano oltre il tempo.`,
  onTrack: 'Adesso nessuno aspetta oltre il tempo.',
  unsure: 'Con così poche risposte il margine è largo: prendile come un indizio.',
  whole: 'In tutto',
  first: 'Prima risposta',
  next: 'Risposte successive',
  group: 'Quale',
  kind: 'Quale risposta',
  inTime: 'In tempo',
  late: 'Oltre il tempo',
  median: 'Mediana',
  tenth: 'Nove su dieci entro',
  teams: 'Per gruppo',
  channels: 'Per canale',
  intents: 'Per ciò che vogliono',
  gravities: 'Per gravità del reclamo',
  groupSays: (name: string, share: string) => `Più spesso: ${name}, in tempo ${share}.`,
  noTeam: 'Senza gruppo',
  noTeamHelp: 'I gruppi di una persona sola contano qui: queste non sono cifre di persone.',
  noIntent: 'non letto',
  noGravity: 'nessun reclamo',
  method:
    'Minuti in cui l’azienda, o il gruppo, era aperta. Chi aspetta già oltre il tempo conta come fuori tempo. Margini al 95 %: Wilson per le quote, statistiche d’ordine per le mediane.',
};
const en: typeof it = {
  title: 'Times to answer',
  lead: 'How we keep what we promise: by team, never by person. Only time while you are open counts.',
  period: 'Period',
  periods: { '30': 'Last 30 days', '90': 'Last 90 days', '365': 'Last year' },
  none: 'Nobody waited for an answer in this time: the figures come with the first.',
  says: (inTime, median) => `The first answer is in time ${inTime}; it usually takes ${median} of work.`,
  saysMargin: (margin) => `The true value probably lies ${margin}.`,
  saysNothing: 'There is no first answer to measure yet.',
  overdue: (count) =>
    count === 1
      ? 'One conversation is waiting beyond its time now.'
      : `${count} conversations are waiting beyond their time now.`,
  onTrack: 'Nobody is waiting beyond their time now.',
  unsure: 'With so few answers the margin is wide: take them as a hint.',
  whole: 'In all',
  first: 'First answer',
  next: 'Later answers',
  group: 'Which',
  kind: 'Which answer',
  inTime: 'In time',
  late: 'Beyond the time',
  median: 'Median',
  tenth: 'Nine of ten within',
  teams: 'By team',
  channels: 'By channel',
  intents: 'By what they want',
  gravities: 'By gravity of the complaint',
  groupSays: (name, share) => `Most often: ${name}, in time ${share}.`,
  noTeam: 'Without a team',
  noTeamHelp: 'Teams of a single person count here: these are not figures of persons.',
  noIntent: 'not read',
  noGravity: 'no complaint',
  method:
    'Minutes while the company, or the team, was open. Whoever waits beyond the time already counts as late. Margins at 95%: Wilson for shares, order statistics for medians.',
};
export const words = { it, en };
