import type { Says } from './web.ts';

const percent = (share: number): number => Math.round(share * 100);
const of = <Name extends string>(count: number, one: Name, many: Name): string =>
  `${count} ${count === 1 ? one : many}`;

const someCircle: Says = { it: 'una cerchia senza nome', en: 'a circle without a name' };

/** The name of a circle inside a sentence. */
export const circleName = (name: Says | null | undefined): Says =>
  name ? { it: `«${name.it}»`, en: `“${name.en}”` } : someCircle;

export const saysBridge = (one: Says, other: Says, share: number, ties: number): Says => ({
  it: `Unisce ${one.it} e ${other.it}: passa da qui il ${percent(share)} % di ciò che li lega (${of(ties, 'legame', 'legami')}).`,
  en: `Joins ${one.en} and ${other.en}: ${percent(share)} % of what ties them goes through here (${of(ties, 'tie', 'ties')}).`,
});

export const saysSleeping = (exchanges: number, days: number): Says => ({
  it: `Vi siete parlati ${of(exchanges, 'volta', 'volte')}; poi più niente, da ${of(days, 'giorno', 'giorni')}.`,
  en: `You spoke ${of(exchanges, 'time', 'times')}; then nothing, for ${of(days, 'day', 'days')}.`,
});

export const saysHole = (one: Says, other: Says, size: number, ties: number, isReached: boolean): Says => ({
  it: `Tra ${one.it} e ${other.it} (${of(size, 'persona', 'persone')}) ${ties === 0 ? 'nessuno si parla' : `c’è appena ${of(ties, 'legame', 'legami')}`}${isReached ? ': dei primi ne conoscete, dei secondi no.' : '.'}`,
  en: `Between ${one.en} and ${other.en} (${of(size, 'person', 'people')}) ${ties === 0 ? 'nobody speaks' : `there are hardly any ties (${ties})`}${isReached ? ': you know some of the first, none of the second.' : '.'}`,
});

export const saysMeeting = (common: number, areOfOneCircle: boolean): Says => ({
  it: `Non si sono ancora parlati e hanno ${of(common, 'conoscenza', 'conoscenze')} in comune${areOfOneCircle ? '.' : ', in due cerchie diverse.'}`,
  en: `They have not spoken yet and have ${of(common, 'acquaintance', 'acquaintances')} in common${areOfOneCircle ? '.' : ', in two different circles.'}`,
});
