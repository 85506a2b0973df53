import type { Question, Register, Scale, Way } from './asking.ts';

export type AskingWords = {
  readonly question: Question;
  readonly scale: Scale;
  readonly register: Register;
  readonly language: 'it' | 'en';
  /** First name of who spoke with them. */
  readonly signedBy: string;
} & (
  | { readonly way: Extract<Way, 'reply'> }
  | { readonly way: Extract<Way, 'page'>; readonly address: string }
);

/**
 * The question as a message in their conversation: one question, the same for everybody, worst and best named alike, nothing given for
 * an answer and nothing said of where else one might write (Cod. consumo, art. 22-23 as amended by Dir. (EU) 2019/2161).
 */
export const sayAsking = (asked: AskingWords): string => {
  const { signedBy } = asked;
  const how = asked.way === 'page' ? `${invite(asked)}\n${asked.address}` : answerHere(asked);
  return `${questionOf(asked)} ${how}\n\n${signedBy}`;
};

const questionOf = ({ question, register, language }: AskingWords): string => {
  if (language === 'en') return question === 'how' ? 'How did it go with us?' : 'Is it solved for you?';
  const you = register === 'tu' ? 'te' : 'Lei';
  return question === 'how' ? 'Com’è andata con noi?' : `Per ${you} è risolto?`;
};

const answerHere = ({ question, scale, register, language }: AskingWords): string => {
  const [worst, best] = scale === 5 ? ['1', '5'] : language === 'en' ? ['badly', 'well'] : ['male', 'bene'];
  if (language === 'en') {
    if (question === 'solved') return 'A yes, a no or “in part” is enough: I read every answer myself.';
    return scale === 5
      ? `A number from ${worst} (badly) to ${best} (well) or a few words are enough: I read every answer myself.`
      : `“Badly”, “so-so” or “well” is enough, or a few words: I read every answer myself.`;
  }
  const mine = register === 'tu' ? 'la tua risposta la leggo io' : 'la Sua risposta la leggo io';
  if (question === 'solved') return `Basta un sì, un no o un «in parte»: ${mine}.`;
  return scale === 5
    ? `Basta un numero da ${worst} (male) a ${best} (bene), oppure due parole: ${mine}.`
    : `Basta un «${worst}», un «così così» o un «${best}», oppure due parole: ${mine}.`;
};

const invite = ({ register, language }: AskingWords): string => {
  if (language === 'en') return 'One question only, and any answer is welcome:';
  return register === 'tu'
    ? 'È una domanda sola, e va bene qualunque risposta: puoi darla qui.'
    : 'È una domanda sola, e va bene qualunque risposta: può darla qui.';
};
