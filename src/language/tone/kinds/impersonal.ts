import { type Phrase, phraseTable, type RuleWords } from '../phrases.ts';

export const impersonalRule: RuleWords = {
  kind: 'impersonal',
  level: 'hint',
  why: {
    it: 'Qui non parla nessuno: dillo in prima persona, come lo diresti a voce.',
    en: 'Nobody is speaking here: say it in the first person, as you would aloud.',
  },
};

const thirdPerson = {
  it: 'Parlare di sé come «l’azienda» mette un muro davanti a chi scrive: «noi» o «io» è più onesto.',
  en: 'Calling yourselves “the company” puts a wall in front of the writer: “we” or “I” is more honest.',
};

const orders = {
  it: 'Un ordine senza nessuno che lo dà: chiedilo a chi legge.',
  en: 'An order that nobody gives: ask the reader instead.',
};

const can = { tu: 'puoi', lei: 'può', voi: 'potete' };
const please = { tu: 'ti chiediamo di', lei: 'le chiediamo di', voi: 'vi chiediamo di' };
const advise = { tu: 'ti consigliamo di', lei: 'le consigliamo di', voi: 'vi consigliamo di' };
const thank = { tu: 'grazie', lei: 'grazie', voi: 'grazie' };

const infinitive = '(?= [a-zà-ÿ]{2,20}r(?:e|si|l[oaei]|ne|ci)(?![a-zà-ÿ]))';
const everybody =
  '(?:agli? |alla |della |delle |degli |la |i |le |gli |alle |ai )?(?:gentile |spettabile |affezionata )?(?:clientela|utenza|utenti|clienti|interessati|famiglie|soci|ospiti|visitatori)';
const announce =
  'comunica|informa|informano|avvisa|avvisano|avverte|avvertono|ricorda|rammenta|ribadisce|precisa|segnala|evidenzia|fa presente|rende noto|porta a conoscenza|sottolinea|specifica|conferma|assicura|trasmette|rileva|osserva';

const company =
  "(?:l'azienda|la direzione|la ditta|la società|la fondazione|lo studio|lo staff|la segreteria|il consiglio direttivo|l'amministrazione|la scrivente|l'associazione|il team|l'hotel|il ristorante|l'officina|la cantina|la scuola)";
const does =
  '(?:comunica|informa|ringrazia|resta|rende noto|si scusa|si riserva|si rammarica|adotta|opera|valuterà|provvederà|offre|augura|propone|è lieta|è lieto|declina|garantisce|precisa|ha provveduto|prende atto|invita|ricerca)';

const italian: readonly Phrase[] = [
  {
    find: '(?:è|sono|era|erano) (?:severamente |altresì |inoltre )?(?:richiest|consentit|obbligatori|gradit|necessari|prevista?|vietat|ammess|tenut)[oaie]',
  },
  {
    find: 'da [a-zà-ÿ]{3,14}(?:arsi|ersi|irsi)(?= |[.,;])(?<!presentarsi|fidarsi|sedersi|fermarsi|perdersi|divertirsi|vergognarsi|scaldarsi)',
    why: orders,
  },
  { find: '(?:rimandiamo|si rimanda|si rinvia|rinviamo) (?:alle?|al|ai|agli) [a-zà-ÿ]{4,20}' },
  {
    find: 'nei confronti (?:della|del) (?:clientela|cliente)|da parte (?:della clientela|del cliente|dei clienti)|i (?:signori|gentili) clienti|la nostra clientela',
    why: orders,
  },

  {
    find: `(?:inoltre )?si (?:${announce})(?: (?:inoltre|altresì|pertanto))?(?: ${everybody})?(?: che)?`,
    say: '',
  },
  {
    find: `si (?:pregano|prega|invita|invitano)(?: vivamente| cortesemente| gentilmente)?(?: ${everybody})?(?: (?:di|a|ad))?`,
    say: please,
    why: orders,
  },
  { find: 'si (?:consiglia|suggerisce)(?: (?:di|vivamente di))?', say: advise },
  { find: 'si (?:raccomanda)(?: (?:di|vivamente di))?', say: advise },
  { find: `si ringrazia(?:no)?(?: ${everybody})?(?: per la comprensione)?`, say: thank },
  { find: 'si (?:augura|porgono|porge)(?: a tutti)?' },
  { find: "si (?:è|e') (?:provveduto|proceduto|deciso|ritenuto|reso necessario)(?: ad?| di)?" },
  {
    find: 'si (?:provvederà|procederà|vedrà|valuterà|rimane|resta|prende atto|declina(?: ogni responsabilità)?|rammarica|rende necessari[oa]|deve|devono|dovrà|dovranno|effettua|effettuano|accettano|accetta|cercano|cerca|ricerca|ricercano|richiede|richiedono|organizzano|eseguono)(?: in attesa(?: di)?)?',
  },
  { find: `non è (?:stato )?possibile${infinitive}` },
  { find: `(?:sarà|è) (?:comunque |inoltre |sempre )?possibile${infinitive}`, say: can },
  {
    find: `(?:è|sarà|risulta|si rende) (?:necessario|obbligatorio|opportuno|indispensabile|consigliabile|vietato|severamente vietato|fatto divieto|fatto obbligo)(?: di(?![a-z]))?`,
    why: orders,
    say: please,
  },
  { find: `(?:occorre|bisogna|necessita)${infinitive} [a-z]{2,20}`, why: orders },
  {
    find: `${everybody} (?:è|sono) (?:pregat[aie]|invitat[aie]|tenut[aie])(?: (?:di|a|ad))?`,
    why: orders,
    say: please,
  },
  { find: `${company} ${does}(?: che)?`, why: thirdPerson },
  { find: "(?:l'azienda|la scrivente|lo scrivente)(?! agricola)", why: thirdPerson },
  {
    find: '(?:dovranno|devono|dovrà|deve) (?:pervenire|essere tenut[oaie]|essere presentat[oaie])',
    why: orders,
  },
  {
    find: '(?:gli orari|le informazioni|i dettagli|il menu|la disponibilità) (?:è|sono) (?:consultabil|verificabil|disponibil|reperibil)[ei](?: sul sito)?',
    say: { tu: '… li trovi', lei: '… li trova', voi: '… li trovate' },
  },
  {
    find: '(?:non )?(?:rispondere a questo messaggio|fino ad? esaurimento scorte|salvo (?:prenotazione|disponibilità|imprevisti)|astenersi perditempo|no perditempo|inviare (?:curriculum|cv)|richiesta esperienza|è gradita (?:conferma|la prenotazione)|gradita prenotazione)',
    why: orders,
  },
  {
    find: '(?<=(?:^|[.!?]\\s{1,3}))(?:prenotare|affrettarsi|contattare|consultare|inviare|rivolgersi|telefonare|presentarsi|compilare|allegare|utilizzare|scrivere|chiamare)',
    why: orders,
  },
  {
    find: '(?:per|per maggiori|per ulteriori) (?:info|informazioni)(?:,)? (?:contattare|consultare|rivolgersi|chiamare|scrivere|visitare)',
    why: orders,
    say: {
      tu: 'se vuoi saperne di più scrivimi',
      lei: 'se vuole saperne di più mi scriva',
      voi: 'se volete saperne di più scriveteci',
    },
  },
  {
    find: '(?:le domande|le richieste|le iscrizioni) (?:incomplete )?(?:non saranno prese in considerazione|dovranno pervenire)',
    why: orders,
  },
  { find: 'la partecipazione è (?:vivamente )?(?:raccomandata|obbligatoria|gradita)', why: orders },
];

const english: readonly Phrase[] = [
  {
    find: 'it (?:is|should be|must be|has been|was) (?:regretted|noted|advised|decided|recommended|required|requested|understood|necessary|possible|important)(?: that| to)?',
  },
  { find: 'please be (?:informed|aware)(?: that)?', say: '' },
  { find: '(?:details|information|opening hours) can be found', say: 'you’ll find …' },
  {
    find: '(?:customers|guests|users|members|visitors) (?:are|must be) (?:requested|kindly requested|asked|reminded|advised|required)(?: to)?',
    say: 'please',
    why: orders,
  },
  {
    find: '(?:the|our) (?:company|management|organisation|organization|firm) (?:apologi[sz]es|regrets|reserves|informs|thanks|wishes|would like)',
    why: thirdPerson,
  },
];

export const impersonals = phraseTable({ it: italian, en: english });
