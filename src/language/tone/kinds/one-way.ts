import type { Draft } from '../draft.ts';
import type { Candidate, RuleWords } from '../phrases.ts';
import { addressesIn } from '../register.ts';

const rule: RuleWords = {
  kind: 'one-way',
  level: 'hint',
  why: {
    it: 'Non chiede, non ringrazia e non si rivolge a nessuno: è un cartello, non un discorso.',
    en: 'It asks nothing, thanks nobody and addresses nobody: a notice, not a conversation.',
  },
};

const turns = {
  it: /\?|(?<![a-zà-ÿ])(?:grazie|ringrazi[a-zà]{1,6}|ciao|benvenut[oaie]|caro|cara|cari|care|buongiorno|buonasera|salve|gentil[ei]|scusa|scusi|scusate|indovinate|indovina|corri|chiama|chiamate|segnatevi|votate|passa|passate|venite|vieni|portaci|condividi|tagga|iscriviti|apritela|chiudete|mandateci|svuotate|conoscete|aspettiamo proposte|domande|su le mani|chi l'ha|chi ha|chi viene)(?![a-zà-ÿ])|@[a-z0-9_.-]{2,40}/,
  en: /\?|(?<![a-z])(?:you|your|thanks?|thank you|hi|hello|dear|come|tell|join|guess|welcome|buy|leave us|let us know)(?![a-z])|@[a-z0-9_.-]{2,40}/,
};

// A person told of by name opens a door too: "Oggi Ivan ha montato…" is a story, not a notice.
const story =
  /(?<=[\p{Ll},:;]\s)\p{Lu}\p{Ll}{2,15}\s(?:ha|è|giura|dice|va|fa|si|che|has|is|says)(?![\p{L}])|(?<![\p{L}])(?:oggi|ieri|stamattina|abbiamo sbagliato|mi dispiace|I'm|I am)(?![\p{L}])/u;

const question = {
  it: { post: ' E voi, …?', reply: ' E per te …?' },
  en: { post: ' What about you: …?', reply: ' What about you: …?' },
};

/** Words that speak at people and not with them. Short answers are answers, and are left alone. */
export const findOneWay = (draft: Draft): readonly Candidate[] => {
  const words = draft.folded.match(/[a-zà-ÿ0-9]+/g)?.length ?? 0;
  if (words < (draft.kind === 'reply' ? 8 : 6)) return [];
  if (turns[draft.lang].test(draft.folded) || story.test(draft.text)) return [];
  if (draft.lang === 'it' && addressesIn(draft.text, draft.folded).length > 0) return [];
  if (draft.complaint) return [];
  const at = draft.text.length;
  const text = question[draft.lang][draft.kind];
  const proposal = { lang: draft.lang, text, start: at, end: at, ready: false };
  return [{ picky: false, finding: { ...rule, start: at, end: at, proposal } }];
};
