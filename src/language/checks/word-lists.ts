/** Beginnings and whole words over folded text (lower case, plain apostrophes); a space stands for any white space. */
const before = '(?<![\\p{L}\\p{N}])';
const after = '(?![\\p{L}\\p{N}])';
const anyOf = (sources: readonly string[]): RegExp =>
  new RegExp(`${before}(?:${sources.join('|')})${after}`.replaceAll(' ', '\\s{1,3}'), 'gu');

/** Never said to anybody. "Troia" is a grape and "Negri" a name: what has another meaning is not here. */
export const insults = anyOf([
  'stronz[oaie]',
  'coglion[ei]',
  'idiot[aie]?',
  'idioti',
  'imbecill[ei]',
  'cretin[oaie]',
  'deficient[ei]',
  'bastard[oaie]?s?',
  'merd[ae]',
  'testa? di cazzo',
  'cazz[oi]',
  'vaffanculo',
  'puttan[ae]',
  'ritardat[oaie]',
  'mongoloid[ei]',
  'froci[o]?',
  'morto? di fame',
  'pezzent[ei]',
  'assholes?',
  'morons?',
  'bitch(?:es)?',
  'fuck(?:ing|ed)?',
  'retard(?:s|ed)?',
  'piece of shit',
  'dickheads?',
]);

/** They judge a person; sometimes they are said of a thing. */
export const harshWords = anyOf([
  'bugiard[oaie]',
  'ignorant[ei]',
  'incompetent[ei]',
  'maleducat[oaie]',
  'vergognati',
  'si vergogni',
  'vergognatevi',
  'pagliacc[io]',
  'buffon[ei]',
  'truffator[ei]',
  'stupid[oaie]?',
  'scem[oaie]',
  'ridicol[oaie]',
  'liars?',
  'shame on you',
  'pathetic',
  'ridiculous',
]);

/** Somebody's own illness, state or care; not what a product is good for. */
export const healthWords = anyOf([
  "(?:l[ao]|il|i|le|l'|della|del|dell'|alla|al|all')?\\s?(?:su[ao]|tu[ao]|vostr[ao]|sue|suoi|tue|tuoi) (?:[\\p{L}]{3,12} )?(?:malattia|diagnosi|patologia|gravidanza|allergia|intolleranza|celiachia|disabilità|depressione|infortunio|ricovero|terapia|referto|diabete|tumore|operazione chirurgica|intervento chirurgico|intossicazione|cartella clinica)",
  '(?:sei|è|era|eri|essere|stata|stato) (?:incinta|celiac[oa]|diabetic[oa]|ricoverat[oa]|malat[oa] di [\\p{L}]{3,20}|disabile|depress[oa])',
  'your (?:[a-z]{3,12} )?(?:illness|diagnosis|pregnancy|allergy|disability|depression|surgery|therapy|diabetes|cancer|medical (?:record|condition)s?)',
  '(?:you are|you were|being) (?:pregnant|disabled|diabetic|celiac|hospitalised|hospitalized)',
]);

const review =
  '(?:recension[ei]|valutazion[ei]|stell(?:e|ine)|giudizi[oi]|commento|voto|reviews?|ratings?|stars)';
const benefit =
  '(?:scont[oi]|buon[oi]|voucher|rimbors[oia]\\w{0,6}|omagg[io]{1,2}|regal[oiae]\\w{0,5}|gratis|gratuit[oaie]|premi[oa]?|coupon|euro|€|estrazione|credito|discounts?|refund(?:ed)?|gifts?|free|money|cash|vouchers?)';
const changing =
  '(?:tog\\p{L}{2,8}|rimuov\\p{L}{1,6}|cancell\\p{L}{1,6}|modific\\p{L}{1,6}|cambi\\p{L}{0,6}|aggiorn\\p{L}{1,6}|lasci\\p{L}{0,6}|scriv\\p{L}{1,6}|pubblic\\p{L}{1,6}|mett\\p{L}{1,6}|ritir\\p{L}{1,6}|dà|dai|date|ci dà|alz\\p{L}{1,5}|remove|delete|change|edit|update|leave|post|write|raise|give)';
const condition =
  '(?:se|qualora|purché|quando|appena|una volta che|a patto che|a condizione che|dopo che|if|once|when|provided that)';
const gap = (most: number) => `[^.!?\\n]{0,${most}}`;

/** A benefit that hangs from a review, in one sentence, either way round. */
export const rewards: readonly RegExp[] = [
  anyOf([
    `${condition} ${gap(40)}${changing}${gap(30)} ${review}${gap(100)} ${benefit}`,
    `${benefit}${gap(80)} ${condition} ${gap(40)}${changing}${gap(30)} ${review}`,
    `in cambio d[ielau'\\p{L}]{1,5}\\s?${gap(30)}${review}`,
    `in (?:exchange|return) for ${gap(30)}${review}`,
    `(?:lasci\\p{L}{0,6}|scriv\\p{L}{1,6}|leave|write|post)${gap(20)} ${review}${gap(20)} (?:e|per|così|and|to) ${gap(25)}(?:ricev\\p{L}{1,6}|avr\\p{L}{1,4}|vinc\\p{L}{1,5}|otten\\p{L}{1,6}|get|win|receive|earn)`,
    `${benefit} ${gap(20)}(?:per chi|a chi|to whoever|for everyone who) ${gap(20)}${changing}${gap(20)} ${review}`,
  ]),
];

/** The two words in one sentence, whatever ties them. */
export const rewardNear = anyOf([`${review}${gap(60)} ${benefit}`, `${benefit}${gap(60)} ${review}`]);

/** "Non diamo nulla in cambio di recensioni" promises nothing. */
export const refusing =
  /(?:non|mai|nessun\p{L}?|niente|nulla|senza|vietat[oaie]|never|not|no|without|don't|nothing)(?=\s)[^.!?\n]{0,60}$/u;
