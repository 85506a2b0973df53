import type { Draft } from '../draft.ts';

const word = (italian: string, english: string) => ({
  it: new RegExp(`(?<![a-zà-ÿ])(?:${italian.replaceAll(' ', '\\s{1,3}')})(?![a-zà-ÿ])`),
  en: new RegExp(`(?<![a-z])(?:${english.replaceAll(' ', '\\s{1,3}')})(?![a-z])`),
});

const thanks = word(
  'grazie|ringrazi[a-z]{1,5}|ringraziando(?:la|ti|vi)?|riconoscent[ei]|grata|grato',
  'thanks?|thank you|thx|grateful|appreciate (?:it|you)',
);

const regret = word(
  '(?:ci |mi )?(?:dispiace|spiace|dispiacciono|rincresce|duole|rammarica|rammarichiamo)|rammarico|scus(?:a|i|ate|e|ami|aci|atemi|ateci|iamo|o|andoci|andomi|iamoci)|(?:non ho|non ci sono|senza) scuse|spiacent[ei]|mortificat[oaie]|(?:hai|ha|avete|aveva|avevi) (?:proprio |pienamente |perfettamente |tutte le )?ragion[ei]|me ne vergogno|ci ha fatto vergognare|imperdonabile|mi vergogno|(?:che )?(?:figuraccia|vergogna)|colpa (?:nostra|mia)|errore (?:nostro|mio)|(?:nostro|mio) errore|abbiamo sbagliato|ho sbagliato|perdon[a-z]{1,4}|chied(?:o|iamo) scusa|non (?:doveva|dovevano) (?:succedere|uscire|capitare|accadere)',
  "sorry|apolog(?:y|ies|i[sz]e|i[sz]es)|regret|regretted|our (?:mistake|fault)|my (?:mistake|fault)|you(?:'re| are) right|ashamed",
);

const doing =
  'spedi|mand|rimand|invi|rimbors|rend|restitui|sostitui|cambi|ripar|rifacci|rifar|porter|port|ritir|chiam|telefon|richiam|ricontatt|controll|verific|pass|veng|ven|arriv|rispedi|regal|offr|accredit|part|torn|mett|correggo|guard|lo guardo|tolg|rifinisc|riaccredit|bonific|aggiust|sistem|prepar|consegn|scont|tengo|annull|rateizz|misur|montar|monta|cuci|riparlo|parl|ricuci|piant|apr|ferm|pulisc|ritagli|avvis|allung|raddoppi|prend|rimett|ripet|blocc|cancell|disdic';
const verbEnd = '[a-zà-ÿ]{0,6}';

/** "Le spedisco", "ti rimborsiamo", "parte domani", "ho già disposto": somebody does something definite. */
const stepItalian = new RegExp(
  [
    `(?<![a-zà-ÿ])(?:(?:te|ve|glie)(?:l[oaie]|ne)|gliel[oaie]|gliene|le|ti|vi|la|lo|li|ce lo|me lo|si|ne) (?:già |anche |appena |subito |ho (?:già )?|abbiamo (?:già )?|hai )?(?:${doing})${verbEnd}(?:o|ò|amo|emo|ato|ito|eso|erto|uto|no)(?![a-zà-ÿ])`,
    `(?<![a-zà-ÿ])(?:gliel[aoei]|gliene|te l[aoei]|te ne|le|ti|vi|la|lo|li|l[ao] stesso) (?!(?:ringrazi|aspett|invit|preg|inform|capi|cred|pens|so |sal[ou]|assicur|promett|garanti|chied|dico|spero|comprend|immagin|auguri|ricord|raccomand|segnal|comunic|conferm|attend|leggo|abbracci|suggeri|consigli))[a-zà-ÿ]{3,14}(?:[^ai]o|io|iamo)(?![a-zà-ÿ])`,
    `(?<![a-zà-ÿ])(?:ho|abbiamo) (?:già |appena |adesso |subito )?(?:(?:[a-zà-ÿ]{3,15}(?:at|it|ut)[oaie])|fatto|messo|chiesto|aperto|disposto|preso|scritto|tolto|reso|risolto|corretto)(?![a-zà-ÿ])`,
    "(?<![a-zà-ÿ])(?:passa|viene|torna|parte|partono|riparte|arriva|arrivano|monta|porta|ripara|esce|finisce|ritira|rimborsa|chiama|va)(?: da lei| da te| da qui| a casa)? (?:[a-zà-ÿ']{1,12} ){0,3}?(?:oggi|domani|domattina|stasera|stamattina|adesso|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|il \\d|alle \\d|settimana|entro|subito|novembre|fabio|nostro)",
    "(?<![a-zà-ÿ])(?:oggi|domani|domattina|stasera|adesso|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|settimana prossima|da lunedì|da oggi|da ieri|entro (?:venerdì|domani|lunedì|giovedì|mercoledì|oggi|il))(?: [a-zà-ÿ0-9:']{1,12},?){0,4} (?:passa|viene|torna|parte|partono|arriva|ritira|controllo|mand[oi]|spedi[a-z]{3,5}|porto|portiamo|chiamo|telefoniamo|rendo|rimborso|rispedisco|puoi|può|faccio|la vedrà|riavrà|rifaccio|rimborsiamo)",
    '(?<![a-zà-ÿ])(?:l[ao] (?:chiamo|richiamo|telefono|guardo|cambi(?:o|amo)|rifaccio|tolgo|correggo|offro|ritiro|porto)|(?:torna|passi|passa|vieni|port(?:a|i)l[oa]|vien[ei] )(?: (?:domani|quando vuole|quando vuoi|sabato|venerdì|con lo scontrino))|fermate quel lotto|fermiamo il lotto|li (?:offro|rendo)|(?:te|glie|ve) ?(?:l[oaie]|ne|n) (?:porta|faccio|facciamo|offro|portiamo|porto)|gli?el[oaie] (?:faccio|porta)|(?:li|le|lo|la) ho (?:già |appena |adesso )?(?:res|spedit|mandat|fatt|mess|cambiat|rimborsat)[oaie]|è (?:già )?partit[oa](?: adesso| oggi| stamattina)|(?:è|sono) (?:già )?in (?:viaggio|produzione)|ne parte un[oa]|lo rifaccio|la rifaccio|il bonifico parte|non paghi niente|non paga (?:niente|né)|non lo paga|dal prossimo|lo rifacciamo a|il sostitutivo parte|vale il prezzo|la (?:ricuciamo|rimandiamo)|te li rendo|ti arriva|le arriva|arriva (?:venerdì|lunedì|giovedì|il)|i rimborsi partono|partono domani|sarà da (?:lei|te) (?:il|domani))',
  ]
    .join('|')
    .replaceAll(' ', '\\s{1,3}'),
);
const stepEnglish = new RegExp(
  "(?<![a-z])(?:i(?:'m| am|'ve| have|'ll| will|'d like to)|we(?:'re| are|'ve| have|'ll| will)) (?:now |already |just |personally )?(?:send|sent|refund|replac|call|check|give|giving|swap|restitch|repair|email|ship|post|mend|fix|arrang|cancel|credit|bring|com)[a-z]{0,6}|(?:the|your|a) (?:replacement|refund|label|right [a-z]{3,10}|new [a-z]{3,10}|unit)(?: of \\d{1,4}(?:\\.\\d\\d)?)? (?:leaves|left|went|is on|is in|was replaced|will)|i'll [a-z]{3,12} it|(?:i've|i have|we've|we have) (?:already |just |now )?(?!read|heard|noted|always|never|been|had|received|taken|forwarded)[a-z]{3,14}|(?:leaves|ships|goes out|comes) (?:today|tomorrow|on|in)|next time the [a-z]{3,10} (?:is|are) on (?:me|us)|i now check".replaceAll(
    ' ',
    '\\s{1,3}',
  ),
);

/** Verbs of good intentions, which are no step: they are taken away before looking for one. */
const vague =
  /(?:la|le|ti|vi)\s{1,3}(?:invitiamo|preghiamo|ringraziamo|aspettiamo|informiamo|assicuriamo|contatterà|contatteremo|comunichiamo)|terremo conto|faremo (?:tesoro|il possibile|più attenzione)|faremo di tutto|abbiamo (?:preso in carico|ricevuto|centinaia|sempre|mai)|non abbiamo mai (?:ricevuto|avuto)|ho letto|(?:abbiamo|ho) registrato|provvederemo|non (?:l')?(?:ha|hai) [a-zà-ÿ]{3,15}|hanno portato|prendiamo (?:atto|sul serio|molto sul serio)|ci hanno/g;

const vagueEnglish = /we (?:will|have) (?:always|never|strive|take|forward)[a-z]{0,6}|will be [a-z]{3,12}/g;

export const hasThanks = (draft: Draft): boolean => thanks[draft.lang].test(draft.folded);
export const hasRegret = (draft: Draft): boolean => regret[draft.lang].test(draft.folded);

/** Something definite that somebody of ours does, has done or will do. */
export const hasNextStep = (draft: Draft): boolean => {
  if (draft.lang === 'en') return stepEnglish.test(draft.folded.replace(vagueEnglish, ' '));
  return stepItalian.test(draft.folded.replace(vague, ' '));
};

const directItalian =
  /(?<![a-zà-ÿ])(?:scrivi(?:mi|ci)?|chiama(?:mi|ci)|rispondi(?:mi)?|telefonami|mandami|mi\s{1,3}(?:scriva|scrivi|chiami|chiama|risponda|rispondi|trovi|trova|trovate|lasci|telefoni|cerchi)|scrivetemi|scriveteci|chiamatemi|cercami|chied[ai]\s{1,3}(?:di|pure di)\s{1,3}(?:me|[a-z]{3,12})|può\s{1,3}(?:rispondermi|chiamarmi|scrivermi|mandarmelo)|rispondo\s{1,3}io|(?:cerchi|cerca|chiami|chiama|scriva a|scrivi a)\s{1,3}(?:pure\s)?me|sono\s{1,3}qui|se\s{1,3}vuole\s{1,3}(?:parlarmi|sentirmi)|il\s{1,3}mio\s{1,3}(?:numero|telefono|cellulare|diretto)|rispond[ai]\s{1,3}qui|le va di vederci|vieni\s{1,3}in\s{1,3}segreteria)(?![a-zà-ÿ])/;
const directEnglish =
  /(?<![a-z])(?:write to me|call me|text me|email me|reply here|my (?:mobile|number|dms?|phone|email)|dm me|ask for [a-z]{3,12}|reach me|i'm here|ring me)(?![a-z])/;
const reach = /(?<![\p{L}\p{N}])\+?\d[\d\s./-]{6,16}\d|[\w.+-]{1,40}@[\w-]{1,40}\.[a-z]{2,10}/u;

/** A person to reach: "scrivimi", or a number or address next to somebody's name. */
export const hasContact = (draft: Draft): boolean => {
  const direct = draft.lang === 'it' ? directItalian : directEnglish;
  return direct.test(draft.folded) || (reach.test(draft.text) && hasSignature(draft));
};

const office =
  /(?<![a-zà-ÿ])(?:staff|team|direzione|servizio|ufficio|clienti|azienda|officina|segreteria|redazione|assistenza|reparto|management|support|customer|farmacia|ristorante|hotel|cantina|studio|società|spa|srl|saluti|regards|cordialmente|cordiali|distinti|buona|ciao|best|kind|warm|grazie|giornata|serata|presto|thanks|sincerely|faithfully)(?![a-zà-ÿ])/;
const introduced =
  /(?<![\p{L}])(?:[Ss]ono|[Mm]i chiamo|I['’]m|[Ii] am|[Mm]y name is|[Cc]hieda (?:pure )?di|[Cc]hiedi di|[Aa]sk for|(?:cerchi|cerca|chiami|chiama) me,)\s(?!I |Il |La )(?:\p{Lu}\p{Ll}{1,20})/u;
const title =
  '(?:Dott\\.?(?:ssa|oressa)?|Dottor(?:essa)?|Ing\\.|Avv\\.|Maestr[ao]|Prof\\.?|Signor[a]?|Suor|Don|Mr|Ms|Mrs|Dr)';
const person = new RegExp(
  `^(?:—|–|-|~)?\\s{0,3}(?:${title}\\s)?\\p{Lu}[\\p{Ll}'’]{1,20}(?:\\s\\p{Lu}[\\p{Ll}'’]{1,20}){0,2}(?:\\s(?:e|and|&)\\s\\p{Lu}\\p{Ll}{1,20})?(?:,(?:\\s[\\p{Ll}']{2,15}){1,4})?[\\s,]{0,2}$`,
  'u',
);

/** A person's name at the end ("Marta", "Roberto Galli, officina") or an introduction ("sono Bea"). */
export const hasSignature = (draft: Draft): boolean => {
  const tail = draft.text.slice(-160);
  if (introduced.test(draft.text.slice(0, 5000)) || introduced.test(tail)) return true;
  return lastPieces(tail).some((piece) => person.test(piece) && !office.test(piece.toLowerCase()));
};

/** What may be a signature: the last line, sentence or clause, without numbers, addresses and little pictures. */
const lastPieces = (tail: string): readonly string[] => {
  const bare = tail
    .replace(/\p{Extended_Pictographic}|\uFE0F/gu, '')
    .replace(/[\w.+-]{1,40}@[\w.-]{0,40}\w/g, '')
    .replace(/\+?\d[\d\s./-]{5,16}\d/g, '')
    .replace(/[\s.,;:!]+$/, '');
  const after = (mark: RegExp): string => bare.split(mark).at(-1)?.trim() ?? '';
  const clause = after(/[.!?\n,;:]\s{0,3}/);
  const beforeRole =
    bare
      .split(/[.!?\n]\s{0,3}/)
      .at(-1)
      ?.trim() ?? '';
  return [clause, beforeRole, after(/\n/), beforeRole.replace(/,\s[^,]{0,30}$/, '')].filter(
    // What opens the text is a greeting or the text itself.
    (piece) => !bare.trimStart().startsWith(piece),
  );
};
