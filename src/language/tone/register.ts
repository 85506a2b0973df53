import type { Register } from './finding.ts';

export type Address = {
  readonly register: Register;
  readonly start: number;
  readonly end: number;
  readonly courtesy: boolean;
};

/** Words that can only address the reader as "tu". "Sei" is left out: it is also a number. */
const tu =
  "tu|ti|te|tuo|tua|tuoi|tue|t'|hai|puoi|vuoi|sai|devi|potrai|avrai|potresti|vorresti|fammi|facci|dimmi|dicci|dammi|vieni|(?:scrivi|chiama|manda|rispondi|contatta|lascia|porta|racconta|invia|scegli|iscrivi|affida|segui)(?:mi|ci|ti|lo|la|ne|li|le)|continua a|scopri|(?<!si )prenota|clicca|affidati|approfitta";

/** Lower-case words that address the reader as "Lei": the ambiguous ones are left to their capital. */
const lei =
  'la (?:ringrazi|pregh|aspett|attend|inform|richiam|contatt|chiam|invit|rassicur|avvis)[a-zò]{0,4}o|le (?:chied|mand|rimbors|rend|spedi|scriv|conferm|propon|port|invi|comunic|assicur|garant|offr|rispond|spieg|ricord|segnal|prepar|accredit|fiss|riserv|consigli|suggeri|indic|regal|aggiung|lasci)[a-zò]{0,4}o|le (?:tengo|faccio|dico|do|chiedo)|le (?:va|serve|servono|basta|dispiace|interessa)|(?:mi|ci) (?:scriva|dica|risponda|creda|faccia)|scusi|chieda|venga|veda|senta|sappia|si figuri|a lei|gentile (?:sig|dott|avv|prof|ing)[a-z]*|(?:il suo|la sua|i suoi|le sue) (?:ordine|segnalazione|recensione|messaggio|richiesta|pazienza|mail|lettera|commento|osservazion[ei]|parole|acquisto|soggiorno|visita|esperienza|domand[ae]|pratica)|[a-z]{2,}(?:arla|erla|irla)(?= |[.,])(?<=informarla|ricontattarla|contattarla|ospitarla|accoglierla|ringraziarla|rivederla|riaverla|aiutarla)';

const voi =
  "voi|vi|vostr[oaie]|avete|siete|potete|volete|dovete|potrete|venite|scrivete|v'|[a-z]{2,}(?:ate|ete|ite)(?:ci|mi|vi|lo|la|ne)|raccontate|dite|ditemi|diteci|provate|prenotate|mandate";

const lowerCase = new RegExp(
  `(?<![a-zà-ÿ0-9])(?:(?<tu>${tu})|(?<lei>${lei})|(?<voi>${voi}))(?![a-zà-ÿ0-9])`.replaceAll(' ', '\\s{1,3}'),
  'g',
);

// Courtesy capitals count in the middle of a sentence only: "Le spedizioni" opening one says nothing.
const capitals =
  /(?<=[a-zà-ÿ0-9,;:'’"»)]\s{1,2})(?:(?<lei>Lei|Suo|Sua|Suoi|Sue|La|Le|Gliel[oaie])|(?<voi>Voi|Vi|Vostr[oaie]|Vs))(?![a-zà-ÿA-Z0-9'’])|(?<=[a-z]r)(?:(?<lei2>La|Le)|(?<voi2>Vi))(?![a-zA-Z])/g;

// "La Morra" and "Le Langhe" are names: a courtesy capital comes before a lower-case word.
const beforeName = /^\s+\p{Lu}/u;

/** Every word of an Italian text that shows how it addresses its reader, in order. */
export const addressesIn = (text: string, folded: string): readonly Address[] => {
  const found: Address[] = [];
  for (const match of folded.matchAll(lowerCase)) {
    const register = match.groups?.tu ? 'tu' : match.groups?.lei ? 'lei' : 'voi';
    found.push({ register, start: match.index, end: match.index + match[0].length, courtesy: false });
  }
  for (const match of text.matchAll(capitals)) {
    const end = match.index + match[0].length;
    if (/^L[ae]$/.test(match[0]) && beforeName.test(text.slice(end, end + 4))) continue;
    const register = match.groups?.lei || match.groups?.lei2 ? 'lei' : 'voi';
    found.push({ register, start: match.index, end, courtesy: true });
  }
  return found
    .sort((one, other) => one.start - other.start || other.end - one.end)
    .filter(({ start }, index, sorted) => start >= (sorted[index - 1]?.end ?? 0));
};

/** How a text mostly addresses its reader, or undefined when it does not. */
export const addressOf = (text: string, folded: string): Register | undefined => {
  const counts = { tu: 0, lei: 0, voi: 0 };
  for (const { register } of addressesIn(text, folded)) counts[register]++;
  const most = Math.max(counts.tu, counts.lei, counts.voi);
  if (most === 0) return undefined;
  return (['lei', 'tu', 'voi'] as const).find((register) => counts[register] === most);
};
