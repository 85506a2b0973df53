const it = {
  title: 'Che cosa avvisa',
  lead: 'Per ogni ascolto scegli di che cosa essere avvisati, e quanti falsi allarmi accetti: meno ne vuoi, più grande deve essere la cosa perché ti avvisi.',
  back: 'Tutti gli avvisi',
  none: 'Gli avvisi nascono con il primo ascolto.',
  kinds: {
    spike: 'Se ne parla molto più del solito',
    polarity: 'Le parole negative diventano di più',
    aspect: 'Un aspetto (prezzo, servizio…) torna molto più spesso',
    silence: 'Nessuno ne parla, dove si parla sempre',
    reach: 'Ne parla per la prima volta qualcuno che arriva lontano',
    phrase: 'Qualcuno lo dice: avvisami subito, ogni volta',
  },
  choice: 'Falsi allarmi',
  choices: {
    week: 'Al massimo uno la settimana',
    month: 'Al massimo uno al mese',
    quarter: 'Al massimo uno ogni tre mesi',
  },
  reach: 'Quante persone lo seguono, almeno',
  reachHelp:
    'Dove un canale non dice chi segue, contano le persone diverse che gli hanno parlato: una vale cento.',
  preview: 'Come sarebbe andata',
  previewSays: (days: number, times: number) =>
    times === 0
      ? `Con questa scelta, negli ultimi ${days} giorni non ti avrei avvisato mai.`
      : times === 1
        ? `Con questa scelta, negli ultimi ${days} giorni ti avrei avvisato una volta.`
        : `Con questa scelta, negli ultimi ${days} giorni ti avrei avvisato ${times} volte.`,
  tooEarly: 'È ancora presto per dirlo: servono almeno nove giorni di ascolto.',
};

const en: typeof it = {
  title: 'What alerts',
  lead: 'For each watch choose what to be told of, and how many false alarms you accept: the fewer you want, the bigger a thing must be before you are told.',
  back: 'All alerts',
  none: 'Alerts begin with the first watch.',
  kinds: {
    spike: 'It is spoken of far more than usual',
    polarity: 'Negative words become more',
    aspect: 'One aspect (price, service…) comes up far more often',
    silence: 'Nobody speaks of it, where there is always talk',
    reach: 'Somebody who carries far speaks of it for the first time',
    phrase: 'Somebody says it: tell me at once, every time',
  },
  choice: 'False alarms',
  choices: {
    week: 'At most one a week',
    month: 'At most one a month',
    quarter: 'At most one every three months',
  },
  reach: 'How many follow them, at least',
  reachHelp:
    'Where a channel does not tell of followers, different people who spoke to them count: one stands for a hundred.',
  preview: 'How it would have gone',
  previewSays: (days, times) =>
    times === 0
      ? `With this choice you would not have been told once in the last ${days} days.`
      : times === 1
        ? `With this choice, in the last ${days} days you would have been told once.`
        : `With this choice, in the last ${days} days you would have been told ${times} times.`,
  tooEarly: 'It is too early to say: it takes nine days of listening at least.',
};

export const words = { it, en };
