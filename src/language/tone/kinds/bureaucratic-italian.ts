import type { Phrase } from '../phrases.ts';

const when = {
  it: '«Quanto prima» non è un momento: un giorno o un’ora tranquillizza di più.',
  en: '“As soon as possible” is no time: a day or an hour reassures more.',
};

const which = {
  it: '«Il disagio» nasconde che cosa è successo: chiamalo con il suo nome e la scusa diventa vera.',
  en: '“The inconvenience” hides what happened: name it, and the apology becomes true.',
};

const closing = {
  it: 'È una chiusa da lettera raccomandata: basta un saluto e il tuo nome.',
  en: 'This closes like a registered letter: a greeting and your name are enough.',
};

const promise = {
  it: 'Dice che qualcuno farà qualcosa, prima o poi: di’ che cosa fai, e quando.',
  en: 'It says that somebody will do something, some day: say what you do, and when.',
};

const sorry = { tu: 'mi dispiace per …', lei: 'mi dispiace per …', voi: 'mi dispiace per …' };
const write = { tu: 'scrivimi', lei: 'mi scriva', voi: 'scrivetemi' };
const opinion = '(?:opportun[oaie]|necessari[oaie]|dovut[oaie]|adeguat[oaie])';
const report =
  '(?:comunicazione|segnalazione|richiesta|gentile richiesta|cortese richiesta|mail|e-mail|email|lettera|missiva|nota|pregiata|reclamo|recensione)';
const your = '(?:sua|tua|vostra|vs\\.?|gentile|pregiata|cortese|preg\\.ma)';
const trouble =
  '(?:disag[io]{1,3}|inconvenient[ei]|accaduto|spiacevole (?:episodio|inconveniente|accaduto)|problema|disservizio)';

/** Office Italian, and how a person would put it. */
export const bureaucraticItalian: readonly Phrase[] = [
  {
    find: 'sarà (?:nostr[oa]|mi[oa]) (?:impegno|compito|dovere|onere|obbligo)|ci (?:attiveremo|adopereremo|prodigheremo|faremo carico)|ci siamo (?:subito |prontamente )?(?:attivati|adoperati)',
    say: '… lo faccio entro …',
    why: promise,
  },
  {
    find: "(?:gli uffici|l'ufficio|il reparto|il servizio|il personale|l'organo|la struttura) (?:competent[ei]|preposto|preposti|incaricato|addetto|dedicato)|(?:a |di )?chi di (?:competenza|dovere)|il personale addetto|agli organi competenti",
    say: '… (chi?)',
    why: promise,
  },
  {
    find: 'per (?:esigenze|ragioni|motivi|necessità) (?:di|tecnic[hie]{1,2}|organizzativ[ei]|logistic[hie]{1,2}|aziendali|interne|gestionali)(?: [a-z]{4,15})?',
    say: 'perché …',
  },
  {
    find: '(?:non )?appena (?:disponibil[ei]|possibile|in possesso)(?: [a-z]{4,15})?|con (?:la massima|cortese) (?:sollecitudine|urgenza|celerità)|nei tempi (?:previsti|stabiliti)|entro i tempi',
    say: 'entro …',
    why: when,
  },
  {
    find: '(?:prendiamo|abbiamo preso|prendo) (?:buona )?(?:nota|visione)(?: (?:del|della|di) (?:suo|sua|vostro|vostra|tuo|tua|quanto) ?[a-z]{0,14})?|prendendo (?:spunto|atto)(?: dalla sua missiva)?|(?:riscontriamo|riscontro|riscontrando) (?:la|il) (?:sua|suo|vostra|vostro|tua)',
    say: 'ho letto …',
    why: promise,
  },
  {
    find: '(?:vogliate|voglia|vogliano) (?:cortesemente |gentilmente )?[a-z]{3,14}(?:re|rne|rsi|rci)(?: visione)?|si allega|in allegato alla|subordinatamente a|in ottemperanza|in conformità|in osservanza|come previsto (?:dal|dalla|dalle|da)|trattasi|il sottoscritto|la presente comunicazione|presente comunicazione|ad ogni buon (?:fine|conto)|a tal fine|per le vie brevi|fattiva collaborazione|nonché|in loco|a titolo (?:gratuito|oneroso)|è subordinat[oa]|in fase di [a-z]{4,15}|sarà oggetto di|non si ravvis[a-z]{2,4}|ogni più ampia',
  },
  {
    find: '(?:ci rammarichiamo|siamo rammaricati|siamo mortificati|esprimiamo (?:il nostro )?rammarico|il nostro (?:più )?(?:sincero )?rammarico|ci scusiamo|ci dispiace|dispiaciuti|spiacenti) per (?:quanto|ciò che è) (?:avvenuto|accaduto|successo|segnalato|riportato|occorso|verificatosi)',
    say: sorry,
    why: which,
  },
  {
    find: "(?:le|alcune|diverse|varie) (?:problematiche|criticità|tempistiche)|disservizi[o]?|(?:l'|un |il )?(?:evento|episodio) (?:increscioso|spiacevole)|spiacevole (?:episodio|situazione|inconveniente)|increscios[oa] [a-z]{5,12}",
    say: '… (che cosa?)',
    why: which,
  },

  { find: 'con la presente|per mezzo della presente|a mezzo della presente|con la presente mail', say: '' },
  {
    find: `(?:in|con) (?:riferimento|relazione|riscontro|esito|risposta|merito) (?:a quanto (?:da (?:lei|voi|te) )?(?:segnalato|lamentato|scritto|riportato|esposto|in oggetto)|(?:alla|alle|all'|al|a) ?(?:${your} ){0,2}(?:${report}|del \\d{1,2}(?: u\\.s\\.?)?)(?: (?:di cui )?(?:all'|in )oggetto)?)`,
    say: '',
  },
  {
    find: "(?:in|con) (?:riferimento|relazione|riscontro|esito|risposta|merito) (?:a quanto|alla|alle|all'|al|a)",
  },
  { find: `(?:a seguito|facendo seguito|in seguito) (?:della|alla|di) (?:${your} ){0,2}${report}`, say: '' },
  { find: "(?:di|in) (?:pari|cui all') ?oggetto|di cui in oggetto|in oggetto", say: '' },
  {
    find: '(?:(?:abbiamo|è stat[oa]|ho) pres[oa]|sarà pres[oa]|presa|prendere|prenderemo) in carico(?: (?:la|il) (?:sua|tua|vostra|suo|tuo) [a-z]{4,14})?',
    say: 'me ne occupo io',
    why: promise,
  },
  {
    find: `(?:provvederemo|provvederà|provvediamo|provvederanno)(?: (?:quanto prima|immediatamente|tempestivamente))?(?: (?:a|ad|al|alla) [a-zà-ÿ]{3,20}(?: seguito| il personale)?)?`,
    say: '… lo faccio entro …',
    why: promise,
  },
  {
    find: 'sarà (?:nostra|mia) (?:cura|premura)|sarà cura (?:del|della|dei|di) (?:nostr[oa] )?[a-zà-ÿ]{3,20}(?: tecnico| commerciale)?|sarà premura',
    say: 'ci penso io',
    why: promise,
  },
  {
    find: `adottare (?:gli|i) ${opinion} provvedimenti|le ${opinion} (?:disposizioni|verifiche)|(?:sono in corso )?le verifiche del caso`,
    why: promise,
    say: 'sto guardando che cosa è successo',
  },
  {
    find: `terremo conto (?:della|del|delle) (?:${your} )?[a-zà-ÿ]{3,20}|prendiamo atto(?= [^n])`,
    why: promise,
  },
  {
    find: "nell'ottica di(?: un continuo miglioramento)?|nell'ambito di|nel rispetto (?:della|delle) (?:normativa|norme|disposizioni)(?: vigent[ei])?|nel pieno rispetto della normativa vigente|come da normativa(?: vigente)?|nei limiti delle (?:vigenti )?disposizioni(?: vigenti)?|secondo le modalità previste|secondo quanto previsto|ai sensi (?:dell'|del |della )(?:art(?:\\.|icolo) ?\\d{1,4}(?: dello statuto)?|[a-z]{3,20})|ad insindacabile giudizio|a insindacabile giudizio",
  },
  {
    find: 'quanto prima|(?:il )?prima possibile|al più presto|non appena possibile|nel più breve tempo possibile|in tempi brevi|a stretto giro|tempestivamente|nei tempi tecnici necessari|entro i termini previsti|a tempo debito|nelle prossime \\d{1,3} ore lavorative',
    say: 'entro …',
    why: when,
  },
  {
    find: 'al fine di|allo scopo di|onde (?:poter|evitare)|finalizzat[oaie] (?:a|ad|al)|volt[oaie] a',
    say: 'per',
  },
  { find: 'qualora|laddove|ove (?:necessario|possibile|verrà)', say: 'se' },
  {
    find: 'nostro malgrado|per (?:cause|motivi|ragioni) (?:non dipendenti|indipendenti) dalla nostra volontà|per motivi (?:tecnico-organizzativi|tecnici|organizzativi)|a causa di problematiche [a-z]{3,20}|per cause di forza maggiore',
    say: 'perché …',
  },
  {
    find: 'compatibilmente con (?:le|i|la) [a-zà-ÿ]{3,20}|previ[oa] (?:pagamento|comunicazione|prenotazione|accordo|verifica|disponibilità|consenso)|in assenza di tale [a-z]{3,20}|decorsi i termini|in caso di mancata osservanza|entro e non oltre|fino a nuova comunicazione|debitamente [a-z]{4,20}|a mezzo(?: [a-z]{3,15})?|a far data da[l]?|in data odierna|formulazione del preventivo',
  },
  {
    find: "ai fini (?:della|del|dello|dell'|di) ?[a-z]{4,20}(?: del preventivo)?|dallo scrivente(?: [a-z]{3,15})?",
  },
  {
    find: '(?:u\\.s|p\\.v|c\\.m|vs|ns)\\.?|(?:di cui )?(?:sopra|in epigrafe)(?=[,. ](?:menzionat|indicat|citat))|suddett[oaie]|sopracitat[oaie]|summenzionat[oaie]|predett[oaie]|altresì|codest[oaie]|lo scrivente|la scrivente',
    say: '',
  },
  {
    find: `(?:ci scusiamo|mi scuso|ci si scusa|scusandoci|scusandomi|si scusa|siamo (?:davvero |molto )?spiacenti|spiacenti|dispiaciuti) per (?:il|l'|lo|gli|i|ogni|eventuali|gli eventuali|l'eventuale|qualsiasi) ?${trouble}(?: (?:arrecat[oi]|causat[oi]|riscontrat[oi]|creat[oi]|subit[oi]|occors[oi]|accadut[oi]|procurat[oi]|recat[oi]))?`,
    say: sorry,
    why: which,
  },
  {
    find: '(?:porgiamo|porgo|porgendo|porgere|inviamo|voglia gradire|gradisca|si porgono)(?: (?:i|le|nostri|più|miei|distint[ie])){0,4} (?:distinti |cordiali |migliori )?saluti|distinti saluti|(?<=[.!?]\\s{1,3})cordialmente',
    say: 'Un saluto, …',
    why: closing,
  },
  {
    find: "cogliamo l'occasione per(?: [a-z]{4,10}(?= i nostri| cordiali| i migliori)| augurare)?|colgo l'occasione per|nell'occasione",
    say: '',
    why: closing,
  },
  {
    find: '(?:restiamo|restando|rimaniamo|rimanendo|resto|rimango|si resta|siamo|sono) (?:come sempre |sempre )?a (?:vostra |sua |tua |completa )?disposizione(?: per (?:ogni |qualsiasi |eventuali |ulteriori ){0,4}(?:chiariment[oi]|informazion[ei]|necessità|dettagli))?',
    say: write,
    why: closing,
  },
  {
    find: 'in attesa di (?:un )?(?:suo|vostro|tuo)(?: cortese| gentile| gradito)? riscontro|certi di (?:farle|farvi) cosa gradita|confidando (?:nella|in) (?:sua|vostra|tua) comprensione|confidiamo (?:di|in|nella)(?: poterl[ae] [a-z]{4,15}| poterv?i [a-z]{4,15})?|si prega di dare cortese conferma di ricezione|cortese conferma di ricezione|in allegato alla presente|si trasmette in allegato',
    say: '',
    why: closing,
  },
  {
    find: "(?:la |le |ti |vi )?(?:invitiamo|preghiamo|invito) (?:a |di )(?:consultare|compilare|rivolger[a-z]{2}|conservare|prendere visione)(?: il numero di pratica)?|l'appost[oa] modul[a-z]{1,8}|appost[oa] (?:modul[a-z]{1,8}|form)|l'apposita modulistica|per il tramite",
  },
  {
    find: `(?:la|le) (?:sua|vostra|tua|vs\\.?) ${report} (?:è stata|sarà|verrà) (?:[a-z]{4,15})|la pratica (?:di rimborso )?(?:è stata|sarà|verrà) [a-z]{4,15}|l'esito sarà comunicato|i rimborsi saranno erogati|sarà portat[oa] all'attenzione(?: della direzione)?|un nostro incaricato l[ae] contatterà`,
    why: promise,
  },
  {
    find: 'presso (?:la )?nostra struttura|(?:della|la) nostra struttura|presso (?:il nostro|la nostra|i nostri)(?: (?:punto vendita|stabilimento|sede|uffici))?|il nostro stabilimento',
    say: 'da noi',
  },
  {
    find: 'ci preme (?:sottolineare|precisare|evidenziare)|teniamo a (?:precisare|sottolineare)|(?:per )?quanto sopra|la ringraziamo per il cortese interessamento|l[ae] (?:sua|vostra) posizione|sensibilizzare il personale|abbiamo ricevuto la sua del \\d{1,2}(?: c\\.m\\.)?|in occasione del [a-z]{4,15} della nostra attività|impartite le opportune disposizioni|si resta a disposizione|si porta a conoscenza(?: delle famiglie| della clientela)?|in corso di lavorazione|procedere (?:alla|alle|al|con le) [a-zà-ÿ]{4,15}',
  },
  {
    find: 'effettuare|effettuato|usufruire|espletare|inoltrare|erogare|visionare|pervenire|nella fattispecie|a tal proposito|in tal senso|in merito|relativamente a|inerente',
    picky: true,
  },
];
