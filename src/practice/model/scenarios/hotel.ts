import type { Scenario } from '../scenario.ts';

export const hotel: readonly Scenario[] = [
  {
    id: 'dirty-room',
    sector: 'hotel',
    place: 'review',
    gravity: 2,
    who: 'Silvia M.',
    register: 'lei',
    needsPrivate: true,
    title: { it: 'La camera non era pulita', en: 'The room was not clean' },
    facts: {
      it: 'La camera 12 è stata assegnata prima del controllo. Puoi restituire una notte. Dal giorno dopo il controllo si fa sempre in due.',
      en: 'Room 12 was given before it had been checked. You may refund one night. Since the next day the check is always made by two people.',
    },
    said: {
      it: 'Capelli nella doccia e lenzuola macchiate. In reception mi hanno guardata come se esagerassi. Tre notti così a 140 euro.',
      en: 'Hair in the shower and stained sheets. At reception they looked at me as if I were exaggerating. Three nights like that at 140 euros.',
    },
    twist: {
      it: 'La ringrazio, ma quello che mi ha ferita è come mi hanno guardata. Di questo che cosa mi dice?',
      en: 'Thank you, but what hurt me is how they looked at me. What do you say about that?',
    },
    model: {
      it: 'Signora Silvia, mi dispiace: una camera si consegna pulita, e chi lo dice va ascoltato. Le restituisco una notte entro venerdì e domani ne parlo con chi era in reception. Mi scriva in privato le date del soggiorno, Le rispondo io.\n\nLaura, dell’albergo',
      en: 'Dear Silvia, I am sorry: a room should be clean, and whoever says it is not should be heard. I will refund one night by Friday, and tomorrow I will speak to who was at reception. Write to me privately with the dates of your stay and I will answer you myself.\n\nLaura, from the hotel',
    },
  },
  {
    id: 'noise-night',
    sector: 'hotel',
    place: 'direct',
    gravity: 2,
    who: 'Mr Harris',
    register: 'lei',
    needsPrivate: false,
    title: { it: 'Una notte senza dormire', en: 'A night without sleep' },
    facts: {
      it: 'C’era un matrimonio fino alle due. Non li avete avvisati. C’è una camera libera sul cortile, da stasera.',
      en: 'There was a wedding until two. You had not told them. A room on the courtyard is free from tonight.',
    },
    said: {
      it: 'Musica fino alle due, i bambini svegli tutta la notte. Nessuno ci aveva detto del matrimonio. Abbiamo ancora due notti qui.',
      en: 'Music until two, the children awake all night. Nobody had told us about the wedding. We have two more nights here.',
    },
    twist: {
      it: 'Va bene la camera. Però stanotte l’abbiamo pagata per intero, e non abbiamo dormito.',
      en: 'The room is fine. But we paid for last night in full, and we did not sleep.',
    },
    model: {
      it: 'Signor Harris, mi dispiace: dovevamo avvisarvi del matrimonio quando avete prenotato. Sposto tutta la famiglia oggi alle 12 in una camera sul cortile, la più silenziosa, e vi portiamo noi i bagagli. Se per voi va bene, passo io a chiamarvi.\n\nLaura',
      en: 'Dear Mr Harris, I am sorry: we should have told you about the wedding when you booked. I will move you all today at 12 to a room on the courtyard, the quietest we have, and we will bring your luggage. If that suits you, I will come and fetch you.\n\nLaura',
    },
  },
  {
    id: 'no-refund',
    sector: 'hotel',
    place: 'mail',
    gravity: 2,
    who: 'Elena Conti',
    register: 'lei',
    needsPrivate: false,
    title: { it: 'Disdetta per un lutto', en: 'Cancelled because of a death' },
    facts: {
      it: 'La tariffa non è rimborsabile. Puoi però tenere la somma per un altro soggiorno entro un anno, oppure restituire metà.',
      en: 'The rate is non-refundable. But you may keep the sum for another stay within a year, or give half of it back.',
    },
    said: {
      it: 'È mancata mia madre e ho disdetto due giorni prima. Mi avete risposto con un modulo: «tariffa non rimborsabile». Nemmeno una parola.',
      en: 'My mother died and I cancelled two days before. You answered with a form: “non-refundable rate”. Not a single word.',
    },
    twist: {
      it: 'Grazie. Non credo che tornerò lì, in questo momento non ci penso nemmeno.',
      en: 'Thank you. I do not think I shall come back there; right now I cannot even think of it.',
    },
    model: {
      it: 'Signora Conti, Le sono vicina per Sua madre, e chiedo scusa per quel modulo: meritava una risposta da una persona. Le restituisco metà della somma entro venerdì; se preferisce, la tengo per quando vorrà venire. Mi dica Lei, con calma.\n\nLaura Bini',
      en: 'Dear Ms Conti, my thoughts are with you, and I am sorry for that form: you deserved an answer from a person. I will refund half of the sum by Friday; or, if you prefer, I will keep it for when you wish to come. Tell me in your own time.\n\nLaura Bini',
    },
  },
  {
    id: 'lift-broken',
    sector: 'hotel',
    place: 'review',
    gravity: 3,
    who: 'Tommaso',
    register: 'lei',
    needsPrivate: true,
    title: { it: 'Ascensore fermo, sedia a rotelle', en: 'Lift out of order, wheelchair' },
    facts: {
      it: 'L’ascensore era guasto da tre giorni e nessuno ha avvisato gli ospiti. Il tecnico viene domani. Puoi rimborsare il soggiorno.',
      en: 'The lift had been broken for three days and nobody told the guests. The engineer comes tomorrow. You may refund the stay.',
    },
    said: {
      it: 'Viaggio in sedia a rotelle, l’avevo scritto nella prenotazione. Ascensore guasto e nessun avviso: siamo ripartiti. Umiliante.',
      en: 'I travel in a wheelchair, and had said so when booking. The lift was broken and nobody told us: we left again. Humiliating.',
    },
    twist: {
      it: 'Il rimborso è il minimo. Come faccio a sapere che non succederà a un altro?',
      en: 'A refund is the least. How do I know that this will not happen to somebody else?',
    },
    model: {
      it: 'Signor Tommaso, mi dispiace: ce l’aveva scritto, e dovevamo avvisarLa prima che partisse. Le rimborso tutto il soggiorno entro domani. Il tecnico viene domani, e da oggi chi ci segnala una necessità riceve una nostra telefonata se qualcosa si guasta. Mi scriva in privato, La chiamo io.\n\nLaura',
      en: 'Dear Tommaso, I am sorry: you had written it, and we should have told you before you left. I will refund the whole stay by tomorrow. The engineer comes tomorrow, and from today whoever tells us of a need gets a call if something breaks. Write to me privately and I will ring you.\n\nLaura',
    },
  },
];
