/** Turns of phrase in folded text (lower case, plain apostrophes, accents kept out): what a criterion looks for. */
const letter = '[a-z0-9]';
const phrases = (source: string): RegExp => new RegExp(`(?<!${letter})(?:${source})(?!${letter})`, 'g');

export const acknowledging = {
  it: phrases(
    '(?:mi|ci) dispiace[a-z]*|(?:mi|ci) spiace|chiedo scusa|(?:vi|le|ti) chiedo scusa|chiediamo scusa|scusa(?:ci|mi|te)|mi scus[ia]|(?:mi|ci) scuso|(?:mi|ci) scusiamo|(?:le|ti|vi) porgo le mie scuse|ha (?:proprio |pienamente |tutte le )?ragion[ei]|hai (?:proprio |pienamente )?ragione|avete ragione|capisco(?=[:;,.])|capisco (?:la|il|che|bene|quanto|come)|(?:e|è) (?:una |una nostra |una mia )?(?:mancanza|colpa nostra|colpa mia)|(?:ho|abbiamo) sbagliato|(?:è|e) stato un (?:nostro|mio) errore|non (?:doveva|dovrebbe) (?:succedere|capitare|andare cosi|finire cosi)|non (?:e|è) quello che (?:vogliamo|volevamo|meritava|meritavi)|sono mortificat[oa]|(?:mi|ci) rammaric[a-z]+',
  ),
  en: phrases(
    "(?:i'm|i am|we are|we're) (?:so |very |really |truly )?sorry|sorry (?:about|for|that|to)|sorry(?=[,.!])|i apologi[sz]e|we apologi[sz]e|my apologies|you(?:'re| are) (?:quite |absolutely )?right|that (?:is|was) (?:our|my) (?:mistake|fault)|(?:we|i) got (?:it|this|that) wrong|(?:this|that|it) should(?:n't| not) have happened|i understand(?=[:;,.])|i understand (?:how|why|that|your)|i can see (?:how|why|that)",
  ),
} as const;

/** Something that somebody of ours does or will do. */
export const stepping = {
  it: phrases(
    '(?:le |ti |vi |gliel[oaie] |te l[oaie] |ve l[oaie] |l[oaie] |ne )?(?:rimborso|rimborsiamo|rimborser[oò]|rimborseremo|rispedisc[oe]|rispediamo|rispedir[oò]|spedisc[oe]|spediamo|spedir[oò]|mando|mandiamo|mander[oò]|invio|inviamo|sostituisco|sostituiamo|sostituir[oò]|cambio|cambiamo|riparo|ripariamo|sistemo|sistemiamo|sistemer[oò]|controllo|controlliamo|verifico|verifichiamo|richiamo|richiamiamo|richiamer[oò]|chiamo|chiamiamo|chiamer[oò]|telefono|scrivo|scriver[oò]|preparo|prepariamo|accredito|accreditiamo|restituisco|restituiamo|storno|storniamo|annullo|annulliamo|ritiro|ritiriamo|ritirer[oò]|vengo|veniamo|verr[oò]|passo|passiamo|passer[oò]|porto|portiamo|porter[oò]|tolgo|togliamo|correggo|correggiamo|parlo con|parliamo con|parler[oò]|aspetto|sposto|spostiamo|riconsegno|riconsegniamo|prenoto|fisso|fermo|fermiamo|blocco|blocchiamo|raccolgo|pubblico|pubblichiamo|apro|apriamo|tengo|teniamo|aggiorno|faccio (?:controllare|partire|ripartire|rifare|ritirare|venire|sapere)|facciamo (?:controllare|partire|rifare|ritirare|venire|sapere)|far[oò])',
  ),
  en: phrases(
    "(?:i|we)(?:'m| am|'re| are)? ?(?:will|'ll|going to|now)? ?(?:refund|refunding|resend|resending|sending|send|ship|shipping|replace|replacing|check|checking|look into|looking into|call|calling|ring|repair|repairing|fix|fixing|credit|crediting|cancel|cancelling|collect|collecting|pick up|speak to|speaking to|talk to|talking to|correct|correcting|bring|bringing|prepare|preparing|book|booking|stop|stopping|publish|publishing|write to|writing to|come|arrange|arranging|return|move|moving|keep|keeping|update|have asked|have ordered|have stopped|have refunded|have sent|have already)",
  ),
} as const;

export const timing = {
  it: phrases(
    "oggi|domani|domattina|dopodomani|stasera|stamattina|in giornata|subito|adesso|entro (?:oggi|domani|sera|stasera|mezzogiorno|(?:il|le|la|lo|un|una|due|tre|quattro|cinque|sette|dieci|\\d+|venerdi|lunedi|martedi|mercoledi|giovedi|sabato|domenica|fine|questa)[a-z0-9 ]{0,14})|(?:lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica)|fra (?:un|una|due|tre|\\d+)[a-z' ]{0,10}|tra (?:un|una|due|tre|\\d+)[a-z' ]{0,10}|alle \\d{1,2}(?:[.:]\\d\\d)?|in (?:due|tre|24|48|\\d+) (?:ore|giorni)|questa settimana|la settimana prossima|nel pomeriggio|questo pomeriggio|il \\d{1,2} [a-z]+",
  ),
  en: phrases(
    'today|tomorrow|tonight|this (?:morning|afternoon|evening|week)|right now|straight away|by (?:the end of|noon|friday|monday|tuesday|wednesday|thursday|saturday|sunday|tomorrow|tonight|\\d+)[a-z ]{0,14}|(?:on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|within (?:an|a|one|two|three|\\d+)[a-z ]{0,10}|in (?:an|a|one|two|three|\\d+) (?:hours?|days?|minutes?)|at \\d{1,2}(?:[.:]\\d\\d)? ?(?:am|pm)?|next week',
  ),
} as const;

/** The fault is put on others, on the rules, or on whoever complains. */
export const excusing = {
  it: phrases(
    "(?:e |è )?colpa (?:del|della|dei|delle|dello|sua|tua|vostra)[a-z ]{0,20}|non (?:dipende|e dipeso|è dipeso) da (?:noi|me)|non (?:e|è) colpa (?:nostra|mia)|(?:dovev[ai]|avrebbe dovuto|avresti dovuto|potev[ai]|bastava) (?:leggere|controllare|avvis[a-z]+|dir[a-z]+|chieder[a-z]*|verificare|pensarci)[a-z ]{0,16}|come (?:da|previsto (?:da|dalle|nelle)|indicato nelle|scritto nelle) (?:condizioni|regolamento|contratto|termini)[a-z ]{0,16}|(?:e|è) la prima (?:volta che|lamentela|persona che)|nessun altro (?:si e |si è )?(?:lamenta|mai)[a-z]*|a noi (?:non )?risulta[a-z]*|siamo (?:sotto organico|in pochi|stati presi d'assalto)|in alta stagione|(?:avra|avrà|ha) (?:capito|letto|usato|conservato|aperto) male|con quello che (?:ha|hai) (?:pagato|speso)|a quel prezzo",
  ),
  en: phrases(
    "(?:it(?:'s| is)|that(?:'s| is)) (?:the )?(?:courier|supplier|carrier|bank|customer|system|your)(?:'s)? fault|(?:the )?(?:courier|supplier|carrier)(?:'s|s') fault|(?:it(?:'s| is)|that(?:'s| is)) not (?:our|my) fault|(?:not|nothing) (?:up|down) to us|beyond our control|you should(?:'ve| have) [a-z]+|you could have [a-z]+|as stated in (?:our|the) (?:terms|conditions|policy)|(?:our|the) terms (?:clearly )?(?:say|state)|(?:no one|nobody) else (?:has )?(?:ever )?complain[a-z]*|you(?:'re| are) the first|we(?:'re| are) (?:short[- ]staffed|understaffed)|for (?:that|the) price(?: you paid)?|you must have [a-z]+",
  ),
} as const;

/** Something is promised for silence, for a better mark, or for taking words back. */
export const bargaining = {
  it: phrases(
    '(?:se|a patto che|purche|appena|quando|una volta che) (?:lei |tu )?(?:toglie|togli|rimuove|rimuovi|cancella|cancelli|elimina|elimini|modifica|modifichi|cambia|cambi|corregge|correggi|ritira|ritiri|alza|alzi)[a-z ]{0,10}(?:la |il |le |questa |questo |quella )?(?:sua |tua )?(?:recensione|commento|post|voto|stelle|segnalazione)|in cambio (?:di|della|del|le|ti)[a-z ]{0,24}|(?:ci|mi) (?:lascia|lasci|metta|metti) (?:5|cinque) stelle|(?:tolga|togli|rimuova|cancelli) (?:la recensione|il commento|il post)[a-z ]{0,6}(?:e|cosi) [a-z ]{0,20}',
  ),
  en: phrases(
    '(?:if|once|as soon as|when|provided) you (?:remove|delete|take down|change|edit|withdraw|update|raise)[a-z ]{0,12}(?:review|comment|post|rating|stars?)|in (?:exchange|return) for[a-z ]{0,24}|(?:remove|delete|take down) (?:the|your|this) (?:review|comment|post) and[a-z ]{0,20}',
  ),
} as const;

/** An answer in kind: insults, mockery, threats of lawyers. */
export const striking = {
  it: phrases(
    "vergogn[a-z]+|bugiard[oaie]|ridicol[oaie]|maleducat[oaie]|ignorant[ei]|incompetent[ei]|patetic[oaie]|frustrat[oaie]|leon[ei] da tastiera|non (?:capisce|capisci|sa|sai) (?:niente|nulla)|(?:querel[a-z]+|denunc(?:io|eremo|iamo|ia)|avvocat[oi]|vie legali|tribunale)|(?:lei|tu) (?:mente|menti|inventa|inventi)|(?:falsita|menzogn[ae]|bugie)|si (?:faccia|trovi) (?:una vita|un altro)[a-z ]{0,14}|fatti una vita|vada (?:pure )?(?:altrove|da un'altra parte)|vai (?:pure )?altrove|gente come (?:lei|te)|ma per favore|poverin[oa]",
  ),
  en: phrases(
    'liars?|lying|ridiculous|rude person|pathetic|ignorant|shame on you|get a life|keyboard warriors?|you (?:people|have no idea|know nothing)|(?:our|my) lawyers?|legal action|sue you|defamation|(?:go|shop|eat) (?:somewhere else|elsewhere)|people like you|poor you|give me a break',
  ),
} as const;

/** The way to where details can be told. */
export const inviting = {
  it: phrases(
    '(?:in )?privat[oa](?:mente)?|messaggi[oa]? (?:privat[oi]|dirett[oi])|(?:mi|ci) (?:scriv[ai]|mand[ai]|contatt[ai]|chiam[ai]|rispond[ai])|(?:scriv|mand|chiam|contatt)(?:imi|ici|ami|aci|ammi)|(?:le|ti) (?:scrivo|ho scritto|mando|ho mandato|telefono|chiamo|ho telefonato)|via (?:mail|messaggio)|per (?:mail|telefono)|al telefono',
  ),
  en: phrases(
    "(?:in )?private(?:ly)?|(?:direct|private) messages?|(?:write|message|email|call|ring|text) (?:to )?(?:me|us)|(?:i|we)(?:'ve| have)? (?:just )?(?:written|sent you|write|messaged|emailed|called|'ll message|will message|will write|will call|'ll call|am writing|am calling)|by (?:email|phone|mail)|on the phone",
  ),
} as const;

/** How it ended, told as done. */
export const ending = {
  it: phrases(
    "(?:ho|abbiamo|le abbiamo|ti abbiamo|gli abbiamo|l'abbiamo|l'ho) (?:gia )?(?:rimborsat[oaie]|rispedit[oaie]|spedit[oaie]|sostituit[oaie]|cambiat[oaie]|riparat[oaie]|sistemat[oaie]|risolt[oaie]|corrett[oaie]|parlat[oaie]|incontrat[oaie]|consegnat[oaie]|restituit[oaie]|annullat[oaie]|tolt[oaie]|raddoppiat[oaie]|aggiunt[oaie]|fermat[oaie]|rifatt[oaie]|trovat[oaie])|(?:e|è|sono) (?:arrivat[oaie]|stat[oaie] (?:rimborsat|sostituit|ripar|risolt|sistemat|corrett|consegnat)[a-z]*|risolt[oaie])|da (?:oggi|ora|adesso|lunedi)|si (?:e|è) risolto",
  ),
  en: phrases(
    "(?:i|we)(?:'ve| have)? (?:now |since |already )?(?:refunded|resent|sent|replaced|changed|repaired|fixed|solved|corrected|spoken|met|delivered|returned|cancelled|removed|doubled|added|stopped|redone|found)|(?:it|they|the [a-z]+) (?:has|have|was|were) (?:been |now )?(?:arrived|refunded|replaced|repaired|solved|fixed|corrected|delivered)|from (?:today|now) on",
  ),
} as const;

/** Makes a text comparable and as long as it was: lower case, plain apostrophes, no accents but on what the phrases ask for. */
export const foldSame = (text: string): string =>
  [...text]
    .map((one) => {
      const lower = one.toLowerCase().replaceAll('’', "'").replaceAll('‘', "'");
      const plain = lower.normalize('NFD').replace(/\p{M}/gu, '');
      return plain.length === one.length ? plain : one;
    })
    .join('');
