import { type Phrase, phraseTable, type RuleWords } from '../phrases.ts';

export const threatRule: RuleWords = {
  kind: 'threat',
  level: 'warning',
  why: {
    it: 'È una minaccia, e la leggono tutti: parla con la persona, e di avvocati solo con l’avvocato.',
    en: 'This is a threat, and everybody reads it: talk with the person, and of lawyers only to your lawyer.',
  },
};

const talk = { tu: 'parliamone: …', lei: 'vorrei parlarne con lei: …', voi: 'vorrei parlarne con voi: …' };

const italian: readonly Phrase[] = [
  {
    find: '(?:conseguenz[ae]|responsabilità|profili|rilevanza) (?:penal|legal)[ei]|accuse infondate|(?:ci )?tuteleremo|(?:segnaleremo|denunceremo|segnalazione|segnaleremo il suo) [^.!?\\n]{0,20}(?:autorità|polizia|piattaforma|procura)|polizia postale|legale di fiducia|valuteremo (?:azioni|se|ogni|le)[^.!?\\n]{0,25}|lesiv[oa] (?:della|dell)[^.!?\\n]{0,25}|(?:chiederemo|richiesta di) (?:i danni|danni|un risarcimento)|passibil[ei] di',
    say: talk,
  },

  {
    find: '(?:adire|agire per|procedere per|procederemo per|vie) (?:le )?vie legali|(?:agire|procedere|tutelarci|tutelarsi) (?:legalmente|in sede (?:civile|penale|legale))|per vie legali|nelle sedi (?:opportune|competenti)|azioni? legal[ei]',
    say: talk,
  },
  {
    find: "(?:ci riserviamo|mi riservo|si riserva) (?:il diritto )?di (?:tutelare|agire|procedere|adire|querelare|valutare azioni)(?: [a-z']{2,15}){0,3}|(?:costrett[oi]|obbligat[oi]) a(?:d)? (?:agire|sporgere|procedere|denunciare)[^.!?\\n]{0,25}",
    say: talk,
  },
  {
    find: '(?:sporgere |sporgeremo |presentare )?(?:querela|denuncia)(?= |[.,!])|(?:per )?diffamazione|diffamator[iea]{1,2}|(?:la |vi |ti )?(?:diffidiamo|diffido)|(?:i|il) nostr[oi] (?:avvocat[oi]|legal[ei])[^.!?\\n]{0,30}|(?:è|sono) un reato|ne risponder(?:à|ai|ete)',
    say: talk,
  },
];

const english: readonly Phrase[] = [
  {
    find: 'take (?:this|the matter) further|report you to|seek damages|criminal offence',
    say: 'can we talk? …',
  },

  {
    find: 'legal action|our (?:lawyers?|solicitors?|attorneys?)|defamat(?:ion|ory)(?: statements?)?|libel(?:lous)?|we reserve the right to (?:take|sue|pursue)|see you in court',
    say: 'can we talk? …',
  },
];

export const threats = phraseTable({ it: italian, en: english });
