import type { Criterion } from './attempt.ts';
import type { TurnKind } from './grade.ts';

/** An invented answer with what it falls short of, said by a person before any rule had read it. */
export type LabelledAnswer = {
  readonly language: 'it' | 'en';
  readonly register: 'tu' | 'lei';
  readonly kind: TurnKind;
  readonly isPublic: boolean;
  readonly needsPrivate: boolean;
  readonly said: string;
  readonly text: string;
  readonly missed: readonly Criterion[];
};

const parcel = 'Due bottiglie rotte in un regalo, e nessuno risponde al telefono.';
const parcelEn = 'Two bottles broken in a present, and nobody answers the phone.';

const answer = (
  place: 'public' | 'public-private' | 'private',
  register: 'tu' | 'lei',
  text: string,
  missed: readonly Criterion[],
  rest: Partial<LabelledAnswer> = {},
): LabelledAnswer => ({
  language: 'it',
  kind: 'answer',
  isPublic: place !== 'private',
  needsPrivate: place === 'public-private',
  register,
  said: parcel,
  text,
  missed,
  ...rest,
});
const english = (
  place: 'public' | 'public-private' | 'private',
  text: string,
  missed: readonly Criterion[],
  rest: Partial<LabelledAnswer> = {},
): LabelledAnswer => answer(place, 'lei', text, missed, { language: 'en', said: parcelEn, ...rest });
const outcome = { kind: 'outcome' } as const;
const follow = { kind: 'follow' } as const;

export const labelledAnswers: readonly LabelledAnswer[] = [
  // Good ones.
  answer(
    'public-private',
    'lei',
    'Signora, mi dispiace: un regalo deve arrivare intero. Le rispedisco due bottiglie domani. Mi scriva in privato il numero dell’ordine.\n\nMarta',
    [],
  ),
  answer(
    'private',
    'tu',
    'Ciao Luca, hai ragione e ti chiedo scusa. Ti mando oggi le due bottiglie nuove con un altro corriere; venerdì ti chiamo per sapere se sono arrivate intere.\n\nMarta',
    [],
  ),
  answer(
    'public',
    'tu',
    'Mi dispiace davvero, non doveva andare così. Sono Marta: ne parlo stasera con chi prepara i pacchi e domani ti faccio sapere qui che cosa cambiamo.',
    [],
  ),
  answer(
    'private',
    'lei',
    'Gentile signor Ferri, abbiamo sbagliato noi e me ne scuso. Le rimborso tutto entro venerdì e ritiriamo noi il pacco rotto, senza spese per Lei.\n\nMarta Valdorsa',
    [],
  ),
  answer(
    'public-private',
    'tu',
    'Hai ragione, e mi spiace. Controllo subito la spedizione: mandami in privato il numero dell’ordine e ti rispondo entro stasera. Marta',
    [],
  ),
  answer(
    'private',
    'lei',
    'Capisco la delusione, e mi dispiace. Domattina faccio ripartire il pacco e La avviso io appena è in viaggio.\n\nMarta',
    [],
  ),
  answer(
    'public',
    'lei',
    'Le chiedo scusa: al telefono qualcuno doveva rispondere. Da oggi lo teniamo acceso anche a pranzo, e La richiamo io domani alle 10.\n\nMarta, del negozio',
    [],
  ),
  answer(
    'private',
    'tu',
    'Scusami, è stato un mio errore. Ti preparo il cambio oggi e te lo porto io domani pomeriggio.\n\nMarta',
    [],
  ),
  english(
    'public-private',
    'I am so sorry: a present should arrive whole. I will send two new bottles tomorrow. Please message me privately with your order number.\n\nMarta',
    [],
  ),
  english(
    'private',
    'You are right, and I apologise. I am refunding the whole order today and you will see it on your card by Friday.\n\nMarta',
    [],
  ),
  english(
    'public',
    'Sorry about this, it should not have happened. I’m Marta: I will talk to the people who pack the boxes today and tell you here tomorrow what we change.',
    [],
  ),
  english(
    'private',
    'I understand how annoying this is, and I am sorry. I will call the courier now and ring you back by noon.\n\nMarta',
    [],
  ),
  english(
    'public-private',
    'We got this wrong and I am sorry. I will replace both bottles on Monday: email me at marta@winery.example so that I can find your order.\n\nMarta',
    [],
  ),
  answer(
    'public-private',
    'lei',
    'Ha ragione, mi dispiace. Sostituisco tutto lunedì: mi scriva a marta@cantina.example, così trovo il Suo ordine.\n\nMarta',
    [],
  ),
  answer(
    'public',
    'lei',
    'Le due bottiglie sono arrivate intere giovedì, e da oggi il cartone è doppio. Grazie per avercelo detto.\n\nMarta',
    [],
    outcome,
  ),
  answer(
    'public',
    'tu',
    'Com’è finita: abbiamo rimborsato la visita e non prendiamo più due gruppi insieme. Grazie della pazienza, Giorgio.\n\nMarta',
    [],
    outcome,
  ),
  english(
    'public',
    'How it ended: we refunded the night and the check is now made by two people. Thank you for telling us.\n\nMarta',
    [],
    outcome,
  ),
  answer(
    'private',
    'lei',
    'Capisco: se serve per sabato Le porto io le bottiglie domani pomeriggio, di persona.\n\nMarta',
    [],
    follow,
  ),
  english(
    'private',
    'I understand. I will bring the bottles myself tomorrow afternoon, so that you have them for Saturday.\n\nMarta',
    [],
    follow,
  ),

  // One thing left out.
  answer(
    'private',
    'lei',
    'Le rispedisco due bottiglie domani con un altro corriere e La avviso appena partono.\n\nMarta',
    ['acknowledges'],
  ),
  answer(
    'private',
    'tu',
    'Ciao, ti mando le bottiglie nuove entro venerdì. Le ricevi al solito indirizzo.\n\nMarta',
    ['acknowledges'],
  ),
  english(
    'private',
    'I will resend the two bottles tomorrow and let you know as soon as they leave.\n\nMarta',
    ['acknowledges'],
  ),
  answer(
    'private',
    'lei',
    'Mi dispiace molto per le bottiglie rotte: capisco quanto ci teneva a quel regalo.\n\nMarta',
    ['next-step', 'when'],
  ),
  answer(
    'public',
    'tu',
    'Mi dispiace tantissimo, hai proprio ragione. Grazie di avercelo scritto.\n\nMarta',
    ['next-step', 'when'],
  ),
  english(
    'public',
    'I am truly sorry about the bottles, you are right to be upset. Thank you for telling us.\n\nMarta',
    ['next-step', 'when'],
  ),
  answer('private', 'lei', 'Mi dispiace: Le rispedisco le due bottiglie con un altro corriere.\n\nMarta', [
    'when',
  ]),
  answer('private', 'tu', 'Scusami, hai ragione. Ti rimborso le due bottiglie appena posso.\n\nMarta', [
    'when',
  ]),
  english('private', 'I am sorry. I will refund the two bottles and check what went wrong.\n\nMarta', [
    'when',
  ]),
  answer(
    'private',
    'lei',
    'Mi dispiace per l’accaduto. Le rispedisco le bottiglie domani e La avviso quando partono.',
    ['personal'],
  ),
  answer(
    'public',
    'lei',
    'Ci dispiace molto. Domani rispediamo le due bottiglie con un altro corriere e vi avvisiamo.\n\nLo staff',
    ['personal'],
  ),
  english(
    'public',
    'We are sorry about the bottles. We will send two new ones tomorrow and let you know.\n\nThe team',
    ['personal'],
  ),
  english(
    'private',
    'I am sorry. I am sending two new bottles tomorrow and will let you know when they leave.',
    ['personal'],
  ),
  answer(
    'public-private',
    'lei',
    'Mi dispiace: Le rispedisco le due bottiglie domani con un altro corriere.\n\nMarta',
    ['place'],
  ),
  answer(
    'public-private',
    'tu',
    'Hai ragione, e mi dispiace. Controllo oggi che cosa è successo e ti rimborso.\n\nMarta',
    ['place'],
  ),
  english(
    'public-private',
    'I am sorry, you are right. I will resend the bottles tomorrow with another courier.\n\nMarta',
    ['place'],
  ),
  answer('public', 'lei', 'Grazie per averci scritto, ci teniamo molto.\n\nMarta', ['place'], outcome),
  english('public', 'Thank you again for your patience with all of this.\n\nMarta', ['place'], outcome),
  answer('private', 'lei', 'Certo, capisco.\n\nMarta', ['next-step', 'when', 'length'], follow),
  answer('public', 'tu', 'Ci dispiace.', ['next-step', 'when', 'personal', 'length']),
  english('public', 'Sorry about that!', ['next-step', 'when', 'personal', 'length']),

  // Excuses.
  answer(
    'private',
    'lei',
    'Mi dispiace, ma è colpa del corriere: noi le bottiglie le imballiamo bene. Le rispedisco tutto domani.\n\nMarta',
    ['no-excuses'],
  ),
  answer(
    'public',
    'tu',
    'Mi spiace, però siamo sotto organico e in alta stagione capita. Domani ti richiamo.\n\nMarta',
    ['no-excuses'],
  ),
  answer(
    'public',
    'lei',
    'Mi dispiace, ma Lei doveva leggere le istruzioni prima di aprire il pacco. Domani controllo l’ordine.\n\nMarta',
    ['no-excuses'],
  ),
  answer(
    'private',
    'lei',
    'Come da condizioni di vendita, il reclamo va fatto entro otto giorni. Mi dispiace. Domani verifico.\n\nMarta',
    ['no-excuses'],
  ),
  answer(
    'public',
    'tu',
    'Strano, è la prima volta che succede: nessun altro si è mai lamentato. Comunque mi dispiace, domani controllo.\n\nMarta',
    ['no-excuses'],
  ),
  english(
    'public',
    'Sorry, but this is the courier’s fault, not ours. I will look into it tomorrow.\n\nMarta',
    ['no-excuses'],
  ),
  english(
    'private',
    'I am sorry, but you should have read the terms before ordering. I will check tomorrow.\n\nMarta',
    ['no-excuses'],
  ),
  english(
    'public',
    'Sorry. We are short-staffed and nobody else has complained. I will call you tomorrow.\n\nMarta',
    ['no-excuses'],
  ),
  answer('private', 'lei', 'Ci scusiamo se si è sentita offesa. La richiamiamo domani.\n\nMarta', [
    'acknowledges',
  ]),
  english('private', 'We are sorry if you felt disappointed. I will call you tomorrow.\n\nMarta', [
    'acknowledges',
  ]),

  // Trades, blows, other people's data.
  answer('public', 'tu', 'Mi dispiace. Se togli la recensione ti rimborso tutto domani.\n\nMarta', [
    'no-bargain',
  ]),
  answer(
    'private',
    'lei',
    'Mi scuso molto. Le mando oggi un buono da 50 euro, in cambio di una recensione più giusta.\n\nMarta',
    ['no-bargain'],
  ),
  english(
    'public',
    'I am sorry. Once you remove your review I will refund you, today if you like.\n\nMarta',
    ['no-bargain'],
  ),
  english('private', 'I apologise. I will send you a voucher tomorrow in exchange for five stars.\n\nMarta', [
    'no-bargain',
  ]),
  answer(
    'public',
    'lei',
    'Lei è un bugiardo: le bottiglie erano intere. Domani sentirà il nostro avvocato.\n\nMarta',
    ['acknowledges', 'next-step', 'not-in-kind'],
  ),
  answer('public', 'tu', 'Fatti una vita. Se non ti sta bene vai altrove.', [
    'acknowledges',
    'next-step',
    'when',
    'personal',
    'not-in-kind',
  ]),
  answer('public', 'lei', 'È una recensione ridicola di gente che non capisce niente di vino.\n\nMarta', [
    'acknowledges',
    'next-step',
    'when',
    'not-in-kind',
  ]),
  english('public', 'This is pathetic. You know nothing about wine, go somewhere else.', [
    'acknowledges',
    'next-step',
    'when',
    'personal',
    'not-in-kind',
  ]),
  english('public', 'That is a lie, and our lawyers will be in touch tomorrow.\n\nMarta', [
    'acknowledges',
    'next-step',
    'not-in-kind',
  ]),
  answer(
    'public-private',
    'lei',
    'Mi dispiace. Abbiamo il Suo indirizzo, via Garibaldi 12, 10122 Torino: Le rispediamo tutto domani. Mi scriva in privato.\n\nMarta',
    ['privacy'],
  ),
  answer('public', 'lei', 'Mi scusi! La richiamo domani al 347 1234567, il numero del Suo ordine.\n\nMarta', [
    'privacy',
  ]),
  english('public', 'I am sorry, Anna. I will refund card 4111 1111 1111 1111 tomorrow.\n\nMarta', [
    'privacy',
  ]),
  answer('private', 'lei', 'Mi dispiace. La richiamo domani al 347 1234567, se va bene.\n\nMarta', []),

  // Office language, brochures, circulars.
  answer(
    'private',
    'lei',
    'Gentile cliente, in riferimento alla Sua segnalazione Le comunichiamo che la Sua richiesta è stata presa in carico e verrà evasa quanto prima.',
    ['acknowledges', 'next-step', 'when', 'personal', 'tone'],
  ),
  answer(
    'public',
    'lei',
    'Gentile ospite, ci rammarichiamo per il disagio arrecatoLe. La Sua opinione è importante per noi e la Sua segnalazione sarà inoltrata all’ufficio competente.\n\nLa Direzione',
    ['next-step', 'when', 'personal', 'tone'],
  ),
  english(
    'public',
    'Dear valued customer, we apologise for any inconvenience this may have caused. Your feedback is important to us and has been forwarded to the relevant department.',
    ['next-step', 'when', 'personal', 'tone'],
  ),
  answer(
    'private',
    'tu',
    'Mi dispiace, hai ragione. Le rispediamo il pacco domani, così può usarlo quando ti serve.\n\nMarta',
    ['register'],
  ),
  answer('private', 'lei', 'Ciao! Scusami tanto, ti rispedisco tutto domani e ti avviso io.\n\nMarta', [
    'register',
  ]),
];
