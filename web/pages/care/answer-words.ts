const it = {
  title: 'Rispondi',
  answer: 'Rispondi, un passo alla volta',
  outcome: 'Racconta com’è finita, dove è cominciata',
  help: 'Quattro cose che chi si lamenta vuole leggere. Diventano una bozza nella conversazione: la rileggi e la mandi da lì.',
  outcomeHelp:
    'Chi ha letto il reclamo in pubblico non sa ancora com’è finita. Diventa una bozza nella conversazione.',
  acknowledge: 'Riconosci che cosa è successo',
  acknowledgeHint: 'Due bottiglie rotte in un regalo: mi dispiace, doveva arrivare intero.',
  outcomeField: 'Com’è finita',
  outcomeHint: 'Le bottiglie sono arrivate intere giovedì, e da oggi il cartone è doppio.',
  next: 'Il prossimo passo',
  nextHint: 'Gliene rispedisco due con un altro corriere',
  when: 'Quando',
  whenHint: 'entro venerdì',
  name: 'Chi firma',
  save: 'Metti nella bozza',
  examples: 'Come avete risposto quando è finita bene',
};
const en: typeof it = {
  title: 'Answer',
  answer: 'Answer, one step at a time',
  outcome: 'Tell how it ended, where it began',
  help: 'Four things that whoever complains wants to read. They become a draft in the conversation: read it again and send it from there.',
  outcomeHelp:
    'Whoever read the complaint in public does not know yet how it ended. It becomes a draft in the conversation.',
  acknowledge: 'Acknowledge what happened',
  acknowledgeHint: 'Two broken bottles in a present: I am sorry, it should have arrived whole.',
  outcomeField: 'How it ended',
  outcomeHint: 'The bottles arrived whole on Thursday, and from today the box is doubled.',
  next: 'The next step',
  nextHint: 'I am sending you two with another carrier',
  when: 'When',
  whenHint: 'by Friday',
  name: 'Who signs',
  save: 'Put it in the draft',
  examples: 'How you answered when it ended well',
};
export const words = { it, en };
