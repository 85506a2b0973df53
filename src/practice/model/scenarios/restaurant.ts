import type { Scenario } from '../scenario.ts';

export const restaurant: readonly Scenario[] = [
  {
    id: 'long-wait',
    sector: 'restaurant',
    place: 'review',
    gravity: 1,
    who: 'Vale',
    register: 'tu',
    needsPrivate: false,
    title: { it: 'Un’ora e venti per una pizza', en: 'An hour and twenty for a pizza' },
    facts: {
      it: 'Quella sera mancava il secondo forno. Nessuno lo ha detto ai tavoli. Da ieri chi accoglie dice subito i tempi.',
      en: 'The second oven was down that evening. Nobody told the tables. Since yesterday whoever welcomes guests says how long it takes.',
    },
    said: {
      it: 'Un’ora e venti per due pizze, bambini disperati, e al conto nemmeno una scusa. Mai più.',
      en: 'An hour and twenty for two pizzas, desperate children, and not even an apology with the bill. Never again.',
    },
    twist: {
      it: 'Almeno qualcuno risponde. Ma se mancava un forno, perché avete continuato a far sedere gente?',
      en: 'At least somebody answers. But if an oven was down, why did you go on seating people?',
    },
    model: {
      it: 'Vale, hai ragione e mi dispiace: un’ora e venti con due bambini è troppo, e dovevamo dirtelo appena seduti. Da ieri chi accoglie dice subito quanto si aspetta, e se manca un forno fermiamo gli ingressi. Stasera ne parlo con tutta la sala.\n\nSara, della pizzeria',
      en: 'Vale, you are right and I am sorry: an hour and twenty with two children is too long, and we should have told you as you sat down. Since yesterday whoever welcomes guests says how long it takes, and when an oven is down we stop seating. I will speak to the whole staff tonight.\n\nSara, from the pizzeria',
    },
  },
  {
    id: 'gluten',
    sector: 'restaurant',
    place: 'review',
    gravity: 4,
    who: 'Marco B.',
    register: 'lei',
    needsPrivate: true,
    title: { it: 'Celiachia e un piatto sbagliato', en: 'Coeliac disease and a wrong dish' },
    facts: {
      it: 'Un piatto con la farina è stato servito al tavolo senza glutine. Va fatto un controllo in cucina e la procedura va cambiata. Il rimborso è il minimo.',
      en: 'A dish with flour was served at the gluten-free table. The kitchen must be checked and the procedure changed. A refund is the least.',
    },
    said: {
      it: 'Ho detto tre volte che sono celiaco. Mi avete servito farina. Due giorni a letto. Questo non è un disservizio, è pericoloso.',
      en: 'I said three times that I am coeliac. You served me flour. Two days in bed. This is not poor service, it is dangerous.',
    },
    twist: {
      it: 'Capisco. Ma fatico a fidarmi: che cosa cambia in cucina, concretamente?',
      en: 'I see. But I find it hard to trust you: what changes in the kitchen, in practice?',
    },
    model: {
      it: 'Signor Marco, mi dispiace davvero: l’aveva detto tre volte e abbiamo sbagliato noi. Oggi sospendo i piatti senza glutine e domani controlliamo la cucina con chi ci segue per gli allergeni. Mi scriva in privato: La chiamo stasera e Le dico che cosa abbiamo trovato.\n\nSara, titolare',
      en: 'Dear Marco, I am truly sorry: you said it three times and we got it wrong. Today we stop serving gluten-free dishes, and tomorrow we check the kitchen with our allergen adviser. Write to me privately: I will call you tonight to tell you what we found.\n\nSara, owner',
    },
  },
  {
    id: 'wrong-bill',
    sector: 'restaurant',
    place: 'direct',
    gravity: 2,
    who: 'Ilaria',
    register: 'tu',
    needsPrivate: false,
    title: { it: 'Il conto con un vino mai bevuto', en: 'A bill with a wine never drunk' },
    facts: {
      it: 'Lo scontrino del tavolo 7 ha una bottiglia in più: 38 euro. Puoi restituirli subito sulla carta.',
      en: 'The bill of table 7 has one bottle too many: 38 euros. You may return them to the card at once.',
    },
    said: {
      it: 'Ciao, riguardando lo scontrino di ieri c’è una bottiglia da 38 euro che non abbiamo mai ordinato. Non me ne sono accorta subito.',
      en: 'Hi, looking again at yesterday’s bill there is a 38 euro bottle that we never ordered. I did not notice right away.',
    },
    twist: {
      it: 'Perfetto. E scusa la franchezza: succede spesso? A un’amica è capitato lo stesso.',
      en: 'Great. And forgive my bluntness: does it happen often? A friend of mine had the same.',
    },
    model: {
      it: 'Ciao Ilaria, hai ragione, e mi dispiace: la bottiglia del tavolo accanto è finita sul tuo conto. Ti restituisco oggi i 38 euro sulla carta, li vedi entro tre giorni. Se non arrivano scrivimi qui: controllo io.\n\nSara',
      en: 'Hi Ilaria, you are right and I am sorry: the next table’s bottle ended up on your bill. I will refund the 38 euros to your card today, and you will see them within three days. If they do not arrive, write to me here and I will check.\n\nSara',
    },
  },
  {
    id: 'rude-waiter',
    sector: 'restaurant',
    place: 'social',
    gravity: 2,
    who: 'Amina',
    register: 'tu',
    needsPrivate: true,
    title: { it: 'Una battuta fuori posto', en: 'A remark out of place' },
    facts: {
      it: 'Una persona di sala ha fatto una battuta sull’accento di una cliente. Non sai ancora chi fosse. Ne parlerai con tutti, e in particolare con chi c’era.',
      en: 'One of the staff made a remark about a guest’s accent. You do not know yet who it was. You will talk about it with everybody, and with those on duty above all.',
    },
    said: {
      it: 'Ieri sera un vostro cameriere ha imitato il mio accento davanti al tavolo. Mi sono vergognata io per lui.',
      en: 'Last night one of your waiters imitated my accent in front of the table. I felt ashamed for him.',
    },
    twist: {
      it: 'Ti ringrazio. Non voglio che perda il lavoro, voglio che capisca.',
      en: 'Thank you. I do not want him to lose his job, I want him to understand.',
    },
    model: {
      it: 'Amina, mi dispiace, non doveva succedere: qui nessuno deve sentirsi così. Oggi parlo con chi era in sala ieri sera, prima che si apra. Se vuoi dirmi altro scrivimi in privato, ti rispondo io entro domani. Sara',
      en: 'Amina, I am sorry, this should not have happened: nobody should feel like that here. Today I will speak to those who were on duty last night, before we open. If you want to tell me more, write to me privately and I will answer by tomorrow. Sara',
    },
  },
];
