import type { Scenario } from '../scenario.ts';

export const services: readonly Scenario[] = [
  {
    id: 'boiler',
    sector: 'services',
    place: 'direct',
    gravity: 3,
    who: 'Signora Bruni',
    register: 'lei',
    needsPrivate: false,
    title: { it: 'Caldaia ferma e il tecnico non viene', en: 'No heating, and the engineer does not come' },
    facts: {
      it: 'L’appuntamento era alle 9 ed è saltato per una dimenticanza vostra. Un tecnico è libero oggi alle 17. La chiamata non si paga.',
      en: 'The appointment was at 9 and was missed because you forgot. An engineer is free today at 5 pm. The call-out is free of charge.',
    },
    said: {
      it: 'Ho preso permesso dal lavoro per niente: non è venuto nessuno e non ha chiamato nessuno. In casa c’è mia figlia con la febbre, senza riscaldamento.',
      en: 'I took the morning off for nothing: nobody came and nobody called. My daughter is at home with a fever, without heating.',
    },
    twist: {
      it: 'Alle 17 io però lavoro. Mia figlia non può aprire a uno sconosciuto.',
      en: 'But at 5 I am at work. My daughter cannot open the door to a stranger.',
    },
    model: {
      it: 'Signora Bruni, mi dispiace: ci siamo dimenticati del Suo appuntamento, e Lei ha perso la mattina con una bimba malata. Il tecnico, Ivan, viene oggi alle 17 e La chiamo io mezz’ora prima. La chiamata non La paga.\n\nRoberto',
      en: 'Dear Ms Bruni, I am sorry: we forgot your appointment, and you lost the morning with a sick child. I am sending our engineer, Ivan, today at 5 pm, and I will call you half an hour before. You will not be charged for the call-out.\n\nRoberto',
    },
  },
  {
    id: 'quote-doubled',
    sector: 'services',
    place: 'review',
    gravity: 2,
    who: 'Stefano P.',
    register: 'lei',
    needsPrivate: true,
    title: { it: 'Il preventivo raddoppiato', en: 'The quote that doubled' },
    facts: {
      it: 'I lavori in più erano necessari, ma nessuno ha chiesto il permesso prima di farli. Puoi togliere la manodopera in più: 320 euro.',
      en: 'The extra work was needed, but nobody asked before doing it. You may take off the extra labour: 320 euros.',
    },
    said: {
      it: 'Preventivo 600, conto 1.180. «C’erano delle sorprese.» Le sorprese si dicono prima di farle pagare.',
      en: 'Quote 600, bill 1,180. “There were some surprises.” Surprises are told before they are charged.',
    },
    twist: {
      it: 'D’accordo sullo sconto. Ma la prossima volta voglio una telefonata prima, non dopo.',
      en: 'I agree on the reduction. But next time I want a call before, not after.',
    },
    model: {
      it: 'Signor Stefano, ha ragione: andava chiesto prima, e mi dispiace. Tolgo dal conto i 320 euro di manodopera e Le mando la fattura corretta entro domani. Mi scriva in privato, così ci sentiamo e guardiamo insieme le voci.\n\nRoberto, titolare',
      en: 'Dear Stefano, you are right: we should have asked first, and I am sorry. We will credit the 320 euros of labour and I will send you the corrected invoice by tomorrow. Write to me privately and we can go through the items together.\n\nRoberto, owner',
    },
  },
  {
    id: 'appointment-lost',
    sector: 'services',
    place: 'social',
    gravity: 1,
    who: 'Giada',
    register: 'tu',
    needsPrivate: true,
    title: { it: 'L’appuntamento sparito', en: 'The appointment that vanished' },
    facts: {
      it: 'Il programma ha perso le prenotazioni di sabato. Hai un posto libero domani alle 18, e puoi tenere aperto un po’ di più.',
      en: 'The software lost Saturday’s bookings. You have a place tomorrow at 6 pm, and you may stay open a little longer.',
    },
    said: {
      it: 'Arrivo e «non risulta nessun appuntamento». Ho il messaggio di conferma VOSTRO. Sabato buttato.',
      en: 'I arrive and “there is no appointment in your name”. I have YOUR confirmation message. A wasted Saturday.',
    },
    twist: {
      it: 'Domani alle 18 non riesco. Si può la settimana prossima, ma stavolta sul serio?',
      en: 'I cannot do tomorrow at 6. Could it be next week, but for real this time?',
    },
    model: {
      it: 'Giada, mi dispiace: la conferma ce l’avevi, lo sbaglio è nostro. Ti tengo un posto domani alle 18, o quando puoi tu: scrivimi in privato e lo blocco subito. Roberto',
      en: 'Giada, I am sorry: you had the confirmation, the mistake is ours. I am keeping a place for you tomorrow at 6 pm, or whenever you can: message me privately and I will book it right now. Roberto',
    },
  },
];
