const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Stems of frequent adjectives in -o that their ending does not give away. */
export const adjectives: ReadonlySet<string> = new Set(
  list(`
  buon bell brutt nuov vecchi car alt bass lung cort bianc ner ross giall azzurr rosat grigi viol brun dolc amar secc fresc
  cald fredd tiepid chiar scur limpid puli pulit sporc sicur ver fals giust sbagliat san matur acerb piccol grand grass magr
  lent rapid sol tutt molt poc tropp tant prim second terz quart ultim prossim scors stess alter altr nostr vostr mi tu su
  propri ottim pessim mal cattiv brav simpatic antipatic content feliz stanc pront ricc pover gratuit caro aperti apert chius
  pien vuot comod scomod larg strett mort viv vicin lontan modern antic italian stranier umid asciutt bagnat gross tond piatt
  quadrat rotond dur tener morbid croccant crud cott bollit fritt grigliat affumicat stagionat salat piccant sincer
  onest disonest esos furb gentil scortes maleducat educat precis perfett inter complet divers strano stran unic rar comun
  pubblic privat local nazional europe ital sard sicil tosc piemontes lombard venet roman napoletan`),
);

/** Nouns and particles that rules would spoil. */
export const asTheyAre: ReadonlySet<string> = new Set(
  list(`
  della delle dello degli nella nelle nello negli sulla sulle sullo sugli alla alle allo agli dalla dalle dallo dagli come dove
  anche ogni oggi ieri domani quasi forse invece mentre perche poiche bene male sempre sotto sopra dentro fuori dopo prima contro
  verso senza tranne durante ecco solo quando quanto radio foto moto auto video cinema euro crisi analisi tesi oasi ipotesi
  brindisi specie serie virtu gratis kiwi boia gorilla vaglia`),
);

const families: readonly (readonly string[])[] = [
  list('uomo uomini'),
  list('uovo uova ovo ova'),
  list('dito dita diti'),
  list('paio paia'),
  list('braccio braccia bracci'),
  list('ginocchio ginocchia ginocchi'),
  list('labbro labbra labbri'),
  list('lenzuolo lenzuola lenzuoli'),
  list('osso ossa ossi'),
  list('muro mura muri'),
  list('mano mani'),
  list('ala ali'),
  list('arma armi'),
  list('tempio templi tempi'),
  list('bello bella belli belle bel bei begli bell'),
  list('buono buona buoni buone buon'),
  list('grande grandi gran'),
  list('santo santa santi sante san sant'),
  list('quello quella quelli quelle quel quei quegli quell'),
  list('amico amici amica amiche'),
  list('greco greci greca greche'),
  list('re'),
  list('dio dei'),
  list('bue buoi'),
  list('moglie mogli'),
  list('migliaio migliaia'),
  list('centinaio centinaia'),
  list('mille mila'),
  list(
    'bere bevo bevi beve beviamo bevete bevono bevuto bevuta bevuti bevute bevendo beveva bevevo bevevano bevevamo berro berrai berra berremo berrete berranno berrei berrebbe beva bevano bevve bevvero berlo berla berli berle berci',
  ),
  list(
    'dire dico dici dice diciamo dite dicono detto detta detti dette dicendo diceva dicevo dicevano diro dirai dira diremo direte diranno disse dissero dica dicano dirlo dirla dirci dirmi dirti',
  ),
  list(
    'fare faccio fai fa facciamo fate fanno fatto fatta fatti fatte facendo faceva facevo facevano faro farai fara faremo farete faranno fece fecero faccia facciano farlo farla farli farle farsi',
  ),
  list(
    'venire vengo vieni viene veniamo venite vengono venuto venuta venuti venute venendo veniva venivo venivano verro verrai verra verremo verrete verranno venne vennero venga vengano verrei verrebbe',
  ),
  list(
    'andare vado vai va andiamo andate vanno andato andata andati andate andando andava andavo andavano andro andrai andra andremo andrete andranno ando andarono vada vadano andrei andrebbe andarci',
  ),
  list(
    'aprire apro apri apre apriamo aprite aprono aperto aperta aperti aperte aprendo apriva aprivano apriro aprira aprirete apriranno apri aprirono apra aprano',
  ),
  list(
    'chiudere chiudo chiudi chiude chiudiamo chiudete chiudono chiuso chiusa chiusi chiuse chiudendo chiudeva chiudevano chiudero chiudera chiuderete chiuderanno chiuda chiudano',
  ),
  list(
    'rompere rompo rompi rompe rompiamo rompete rompono rotto rotta rotti rotte rompendo rompeva rompevano rompera romperanno ruppe ruppero rompa rompano rompersi',
  ),
  list(
    'prendere prendo prendi prende prendiamo prendete prendono preso presa presi prese prendendo prendeva prendevano prendero prendera prenderete prenderanno prenda prendano prenderlo prenderla prenderne',
  ),
  list(
    'spendere spendo spendi spende spendiamo spendete spendono speso spesa spesi spese spendendo spendeva spendevano spendero spendera spenderete spenderanno spenda spendano',
  ),
  list(
    'offrire offro offri offre offriamo offrite offrono offerto offerta offerti offerte offrendo offriva offrivano offriro offrira offrirete offriranno offra offrano',
  ),
  list(
    'cuocere cuocio cuoci cuoce cociamo cuocete cuociono cotto cotta cotti cotte cuocendo cuoceva cuocevano cuocera cuocia cuociano',
  ),
  list(
    'produrre produco produci produce produciamo producete producono prodotto prodotta prodotti prodotte producendo produceva producevano produrro produrra produrranno produsse produssero produca producano',
  ),
  list(
    'scegliere scelgo scegli sceglie scegliamo scegliete scelgono scelto scelta scelti scelte scegliendo sceglieva sceglievano scegliero scegliera scegliera sceglieranno scelga scelgano',
  ),
  list(
    'rispondere rispondo rispondi risponde rispondiamo rispondete rispondono risposto risposta risposti risposte rispondendo rispondeva rispondevano rispondero rispondera risponderanno rispose risposero risponda rispondano',
  ),
  list(
    'leggere leggo leggi legge leggiamo leggete leggono letto letta letti lette leggendo leggeva leggevano leggero leggera leggeranno lesse lessero legga leggano',
  ),
  list(
    'scrivere scrivo scrivi scrive scriviamo scrivete scrivono scritto scritta scritti scritte scrivendo scriveva scrivevano scrivero scrivera scriveranno scrisse scrissero scriva scrivano',
  ),
  list(
    'mettere metto metti mette mettiamo mettete mettono messo messa messi messe mettendo metteva mettevano mettero mettera metteranno mise misero metta mettano',
  ),
  list(
    'vedere vedo vedi vede vediamo vedete vedono visto vista visti viste veduto vedendo vedeva vedevano vedro vedra vedranno vide videro veda vedano vederlo vederla',
  ),
];

/** Words whose forms no rule gives: the first of each family is the one by which people name it; any of nouns finds all. */
export const irregular: ReadonlyMap<string, readonly string[]> = new Map(
  families.flatMap((family) => {
    const isVerb = /[aei]r+e$/.test(family[0] ?? '') && family.length > 8;
    const names = isVerb ? family.slice(0, 1) : family;
    return names.map((name) => [name, family] as const);
  }),
);
