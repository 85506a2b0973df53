import type { Scenario } from '../scenario.ts';

export const shop: readonly Scenario[] = [
  {
    id: 'sofa-late',
    sector: 'shop',
    place: 'mail',
    gravity: 2,
    who: 'Renata Galli',
    register: 'lei',
    needsPrivate: false,
    title: { it: 'Il divano in ritardo di sei settimane', en: 'The sofa six weeks late' },
    facts: {
      it: 'La fabbrica ha sbagliato il tessuto. Consegna certa: giovedì 3. Puoi prestare un divano dell’esposizione da domani.',
      en: 'The factory got the fabric wrong. Certain delivery: Thursday the 3rd. You may lend a sofa from the showroom from tomorrow.',
    },
    said: {
      it: 'Sei settimane di ritardo, ogni volta una data diversa e sempre devo telefonare io. Stiamo mangiando per terra.',
      en: 'Six weeks late, a different date each time, and it is always I who have to call. We are eating on the floor.',
    },
    twist: {
      it: 'Il divano in prestito lo accetto. Ma se giovedì non arriva, io voglio indietro l’acconto.',
      en: 'I accept the sofa on loan. But if it does not come on Thursday, I want my deposit back.',
    },
    model: {
      it: 'Signora Galli, ha ragione: sei settimane sono troppe, e dovevamo chiamarLa noi. Mi dispiace. Domani Le portiamo in prestito un divano dell’esposizione; il Suo arriva giovedì 3 e La chiamo io la sera prima.\n\nAndrea Moro',
      en: 'Dear Ms Galli, you are right: six weeks are too many, and it was for us to call. I am sorry. Tomorrow we will bring you a sofa from the showroom on loan; yours arrives on Thursday the 3rd, and I will call you the evening before.\n\nAndrea Moro',
    },
  },
  {
    id: 'shoes-warranty',
    sector: 'shop',
    place: 'review',
    gravity: 2,
    who: 'Luca',
    register: 'tu',
    needsPrivate: true,
    title: { it: 'Scarpe scollate dopo due mesi', en: 'Shoes coming apart after two months' },
    facts: {
      it: 'La garanzia di legge dura due anni. In negozio gli hanno detto che non valeva: è sbagliato. Puoi riparare in una settimana o sostituire subito.',
      en: 'The legal guarantee lasts two years. He was told in the shop that it did not hold: that is wrong. You may repair within a week or replace at once.',
    },
    said: {
      it: 'Suola scollata dopo due mesi, e in negozio mi dicono che la garanzia «non copre l’uso». Allora le scarpe a che servono?',
      en: 'The sole came off after two months, and in the shop they tell me the guarantee “does not cover use”. What are shoes for, then?',
    },
    twist: {
      it: 'Bene, grazie. Però lo scontrino non lo trovo più: è un problema?',
      en: 'Good, thank you. But I cannot find the receipt any more: is that a problem?',
    },
    model: {
      it: 'Luca, hai ragione: la garanzia vale, e in negozio ti abbiamo risposto male. Mi dispiace. Te le cambio quando vuoi, da domani: passa e chiedi di me, oppure scrivimi in privato il numero che porti e le trovi pronte.\n\nAndrea',
      en: 'Luca, you are right: the guarantee holds, and we gave you a wrong answer in the shop. I am sorry. I will replace them from tomorrow: come by and ask for me, or message me privately with your size and I will have them ready.\n\nAndrea',
    },
  },
  {
    id: 'price-tag',
    sector: 'shop',
    place: 'social',
    gravity: 1,
    who: 'Bea',
    register: 'tu',
    needsPrivate: false,
    title: {
      it: 'Il prezzo in vetrina e quello in cassa',
      en: 'The price in the window and the one at the till',
    },
    facts: {
      it: 'Il cartellino non era stato aggiornato. La differenza era di 15 euro. Puoi renderla a chiunque l’abbia pagata in quei giorni.',
      en: 'The tag had not been updated. The difference was 15 euros. You may return it to anybody who paid it in those days.',
    },
    said: {
      it: 'In vetrina 49, in cassa 64. «Il cartellino è vecchio.» E allora toglietelo, no?',
      en: '49 in the window, 64 at the till. “That tag is old.” Then take it down, will you?',
    },
    twist: {
      it: 'Bel gesto. Ma io l’ho pagato in contanti, come fate?',
      en: 'Kind of you. But I paid cash, so how do you do that?',
    },
    model: {
      it: 'Bea, hai ragione: vale il prezzo esposto, e ci scusiamo. Ti restituisco i 15 euro quando passi, da oggi, e lo stesso per chi ha pagato di più in questi giorni. I cartellini li controllo io stasera. Andrea',
      en: 'Bea, you are right: the price shown is the price, and we are sorry. I will refund the 15 euros when you come by, from today, and the same goes for whoever paid more in these days. I will check the tags myself tonight. Andrea',
    },
  },
];
