/** Irregular Italian verbs of our trade: past participle without its ending, "we will", "we do". */
const irregular: Readonly<Record<string, readonly [future: string, present: string]>> = {
  pres: ['prenderemo', 'prendiamo'],
  mess: ['metteremo', 'mettiamo'],
  fatt: ['faremo', 'facciamo'],
  risolt: ['risolveremo', 'risolviamo'],
  chius: ['chiuderemo', 'chiudiamo'],
  apert: ['apriremo', 'apriamo'],
  scritt: ['scriveremo', 'scriviamo'],
  decis: ['decideremo', 'decidiamo'],
  espost: ['esporremo', 'esponiamo'],
  dispost: ['disporremo', 'disponiamo'],
  propost: ['proporremo', 'proponiamo'],
  sottopost: ['sottoporremo', 'sottoponiamo'],
  sospes: ['sospenderemo', 'sospendiamo'],
  emess: ['emetteremo', 'emettiamo'],
  trasmess: ['trasmetteremo', 'trasmettiamo'],
  ammess: ['ammetteremo', 'ammettiamo'],
  promess: ['prometteremo', 'promettiamo'],
  previst: ['prevederemo', 'prevediamo'],
  richiest: ['richiederemo', 'richiediamo'],
  prodott: ['produrremo', 'produciamo'],
  ridott: ['ridurremo', 'riduciamo'],
  introdott: ['introdurremo', 'introduciamo'],
  svolt: ['svolgeremo', 'svolgiamo'],
  accolt: ['accoglieremo', 'accogliamo'],
  raccolt: ['raccoglieremo', 'raccogliamo'],
  concess: ['concederemo', 'concediamo'],
  res: ['renderemo', 'rendiamo'],
  offert: ['offriremo', 'offriamo'],
  lett: ['leggeremo', 'leggiamo'],
  dett: ['diremo', 'diciamo'],
  vist: ['vedremo', 'vediamo'],
  rimoss: ['rimuoveremo', 'rimuoviamo'],
  corrett: ['correggeremo', 'correggiamo'],
  evas: ['evaderemo', 'evadiamo'],
  assunt: ['assumeremo', 'assumiamo'],
  conclus: ['concluderemo', 'concludiamo'],
  esclus: ['escluderemo', 'escludiamo'],
  venut: ['venderemo', 'vendiamo'],
  vendut: ['venderemo', 'vendiamo'],
  ricevut: ['riceveremo', 'riceviamo'],
  smess: ['smetteremo', 'smettiamo'],
  spes: ['spenderemo', 'spendiamo'],
  coinvolt: ['coinvolgeremo', 'coinvolgiamo'],
  costrett: ['costringeremo', 'costringiamo'],
  aggiunt: ['aggiungeremo', 'aggiungiamo'],
  ristrett: ['restringeremo', 'restringiamo'],
};

/** Verbs that take "essere" in the active voice, or participles used as adjectives: never a passive. */
const neverPassive = new Set(
  (
    'stat andat arrivat entrat tornat ritornat restat rimast partit uscit nat diventat cresciut cadut scivolat riuscit piaciut dispiaciut sparit apparit ' +
    'scadut successo bastat durat costat salit passat venut intervenut accadut capitat mancat fallit guarit invecchiat impazzit mort ' +
    'content felic grat lontan vicin sicur curat dedicat educat fidat tranquill abituat preoccupat innamorat soddisfatt delusi ' +
    'finit esaurit arrabbiat sposat laureat rammaricat mortificat dispiaciut addolorat sentit fortunat privat complicat delicat ' +
    'salat limitat compless benvenut riunit vit gratuit squisit solit infinit'
  ).split(' '),
);

const NOUN_OF: Readonly<Record<string, string>> = {
  spedizione: 'spedito',
  verifica: 'controllato',
  verifiche: 'controllato',
  rimborso: 'rimborsato',
  sostituzione: 'sostituito',
  consegna: 'consegnato',
  riparazione: 'riparato',
  registrazione: 'registrato',
  prenotazione: 'prenotato',
  segnalazione: 'segnalato',
  modifica: 'modificato',
  pulizia: 'pulito',
  pagamento: 'pagato',
  bonifico: 'fatto il bonifico',
  controllo: 'controllato',
  controlli: 'controllato',
  ordine: 'ordinato',
  intervento: 'fatto il lavoro',
  cancellazione: 'cancellato',
  annullamento: 'annullato',
  installazione: 'installato',
  richiesta: 'chiesto',
  analisi: 'analizzato',
};

/** Verbs that only carry a noun: "effettuare una spedizione" is "spedire". */
const carriers = new Set([
  'effettuat',
  'eseguit',
  'svolt',
  'realizzat',
  'compiut',
  'portat',
  'espletat',
  'fatt',
]);

export type Tense = 'past' | 'present' | 'future';

/** Done to us, or by others: "we" in front of them would be untrue. */
const notOurs = new Set(
  'premiat causat provocat gradit danneggiat rubat smarrit pers colpit costrett informat scelt invitat elett riconosciut apprezzat caricat conservat lavat usat compres trattat apprezzat criticat sentit percepit'.split(
    ' ',
  ),
);

/** What "we" say of a participle ("spedita", past: "abbiamo spedito"), or undefined when it is no passive. */
export const activeOf = (participle: string, tense: Tense): string | undefined => {
  const stem = participle.slice(0, -1);
  if (neverPassive.has(stem) || (tense === 'past' && notOurs.has(stem))) return undefined;
  if (tense === 'past') return `abbiamo ${stem}o`;
  const known = irregular[stem];
  if (known) return tense === 'future' ? known[0] : known[1];
  return regular(stem, tense);
};

export const isPassiveParticiple = (participle: string): boolean =>
  !neverPassive.has(participle.slice(0, -1));

const regular = (stem: string, tense: 'present' | 'future'): string | undefined => {
  const root = stem.slice(0, -2);
  const group = stem.slice(-2);
  if (group === 'it') return tense === 'future' ? `${root}iremo` : `${root}iamo`;
  if (group !== 'at') return undefined;
  const hard = /[cg]$/.test(root) ? `${root}h` : root;
  const soft = /[cg]i$/.test(root) ? root.slice(0, -1) : root.replace(/i$/, '');
  if (tense === 'present') return `${/i$/.test(root) ? root.slice(0, -1) : hard}iamo`;
  return /[cg]i$/.test(root) ? `${soft}eremo` : `${hard}eremo`;
};

/** "La spedizione è stata effettuata" says one verb with two words: the verb, or undefined. */
export const verbInside = (noun: string, participle: string, tense: Tense): string | undefined => {
  const verb = carriers.has(participle.slice(0, -1)) ? NOUN_OF[noun] : undefined;
  if (verb === undefined || tense === 'past') return verb && `abbiamo ${verb}`;
  return verb.includes(' ') ? undefined : activeOf(verb, tense);
};
