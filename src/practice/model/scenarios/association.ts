import type { Scenario } from '../scenario.ts';

export const association: readonly Scenario[] = [
  {
    id: 'fee-for-nothing',
    sector: 'association',
    place: 'mail',
    gravity: 2,
    who: 'Ditta Longo',
    register: 'lei',
    needsPrivate: false,
    title: { it: '«Pago la quota e non vi vedo mai»', en: '“I pay the fee and never see you”' },
    facts: {
      it: 'In un anno a questo socio sono arrivate solo circolari. Puoi andare a trovarlo in officina, e c’è un bando che lo riguarda in scadenza.',
      en: 'In a year this member got nothing but circulars. You may visit him at his workshop, and there is a call for funding that concerns him, closing soon.',
    },
    said: {
      it: 'Da nove anni pago la quota e ricevo solo circolari. Il bando l’ho saputo da un concorrente. A che cosa servite?',
      en: 'For nine years I have paid the fee and received only circulars. I heard about the funding from a competitor. What are you for?',
    },
    twist: {
      it: 'La visita la prendo. Ma il bando scade fra dieci giorni: chi mi aiuta a scriverlo?',
      en: 'I will take the visit. But the call closes in ten days: who helps me to write it?',
    },
    model: {
      it: 'Signor Longo, ha ragione: nove anni di circolari non sono un servizio, e del bando dovevo avvisarLa io. Mi dispiace. Vengo a trovarLa giovedì in officina e Le porto i moduli; domani Le mando i requisiti.\n\nGiulia Serra',
      en: 'Dear Mr Longo, you are right: nine years of circulars are no service, and it was for me to tell you about the call. I am sorry. I will come to your workshop on Thursday with the forms; tomorrow I will send you the requirements.\n\nGiulia Serra',
    },
  },
  {
    id: 'event-excluded',
    sector: 'association',
    place: 'forum',
    gravity: 2,
    who: 'Rosanna',
    register: 'lei',
    needsPrivate: false,
    title: { it: 'Sempre gli stessi sul palco', en: 'Always the same ones on stage' },
    facts: {
      it: 'Gli espositori del mercato sono stati scelti da tre persone, senza un criterio scritto. Da adesso il criterio può essere pubblicato e discusso.',
      en: 'The market’s exhibitors were chosen by three people, without a written rule. From now on the rule can be published and discussed.',
    },
    said: {
      it: 'Anche quest’anno al mercato gli stessi dieci, tutti amici del direttivo. Le piccole aziende restano a guardare. Bella associazione.',
      en: 'The same ten at the market again this year, all friends of the board. Small companies stand and watch. A fine association.',
    },
    twist: {
      it: 'Pubblicate pure il criterio. Ma chi lo decide? Sempre gli stessi tre?',
      en: 'Publish the rule by all means. But who decides it? The same three again?',
    },
    model: {
      it: 'Rosanna, capisco la rabbia, e su una cosa ha ragione: un criterio scritto non c’era, ed è una mancanza nostra. Mi dispiace. Entro venerdì pubblichiamo qui una proposta, e chi vuole la cambia con noi nell’assemblea del 12.\n\nGiulia Serra, segreteria',
      en: 'Rosanna, I understand why you are angry, and you are right about one thing: there was no written rule, and that is our fault. I am sorry. By Friday we will publish a proposal here, and whoever wishes can change it with us at the assembly on the 12th.\n\nGiulia Serra, secretariat',
    },
  },
];
