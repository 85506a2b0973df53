import { type Phrase, phraseTable, type RuleWords } from '../phrases.ts';

export const openingRule: RuleWords = {
  kind: 'opening',
  level: 'warning',
  why: {
    it: 'È l’attacco di una circolare: chi legge capisce che potrebbe essere per chiunque.',
    en: 'This opens like a circular: the reader can tell that it could be for anybody.',
  },
};

const nameless = {
  it: 'Chiamare qualcuno «cliente» gli ricorda che per noi è un numero: il suo nome scalda di più.',
  en: 'Calling somebody “customer” says that they are a number: their name is warmer.',
};

const announcing = {
  it: 'Annunciare che si sta per dire qualcosa allontana: basta dirlo.',
  en: 'Announcing that you are about to say something keeps people away: just say it.',
};

const greeting = { tu: 'Ciao …', lei: 'Buongiorno …', voi: 'Buongiorno a tutti' };
const telling =
  'inform|comunic|annunci|present|sottopo|segnal|rend|apprend|far|avvis|notific|invit|conferm|propo|esprim';
const toYou = `(?:${telling})[a-z]{0,12}(?:[lv]e|[lv]i|la|ti|mi)?`;

const italian: readonly Phrase[] = [
  {
    find: '(?:gent(?:\\.|ile|ili|issim[oaie])? ?(?:m[oaie]|\\.m[oaie])? |spett(?:\\.|abil[ei])? ?(?:le )?|egregi[oae]? )(?:follower|clientela|utenza|pubblico|collaborator[ei]|fornitor[ei]|dott(?:ore)?|ospiti e amici)(?=[,:\\n])',
    say: greeting,
    why: nameless,
  },
  {
    find: 'con (?:immens[ao]|grand[ei]|vivo|sommo|estremo|molto)? ?(?:gioia|piacere|orgoglio|soddisfazione|emozione|rammarico|dispiacere) (?:che )?(?:vi |le |ti )?(?:annunciamo|comunichiamo|informiamo|presentiamo|condividiamo)(?: che)?',
    say: '',
    why: announcing,
  },
  {
    find: "(?:mi |ci )?corre l'obbligo di [a-z]{5,16}|(?:informiamo|comunichiamo|annunciamo|rendiamo noto|segnaliamo|precisiamo)(?: (?:alla gentile clientela|a tutti|i clienti|i gentili clienti|inoltre))? che|per (?:informar|comunicar|notificar|segnalar)(?:le|vi|ti|la)(?: che)?|(?:notificarle|segnalarle|precisarle|confermarle)",
    say: '',
    why: announcing,
  },

  {
    find: '(?:gentil[ei]|gentilissim[oaie]|egregi[oa]?|stimat[oaie]|spettabil[ei]|spett\\.? ?le|spett\\.(?: li)?) (?:client[ei]|utent[ei]|ospit[ei]|consumator[ei]|visitator[ei]|visitatric[ei]|pazient[ei]|soci[oa]?|abbonat[oaie]|azienda|acquirent[ei]|passegger[oi]|lettor[ei]|iscritt[oi]|ditta|associazione(?: [a-z]{4,12})?|società|genitori|famiglie|signor[ei]?(?![a-z])|sig\\.?(?: ?r[ai]?\\.?)?(?=[,:])|signor[ae](?=[,:])|signori(?=[,:]))',
    say: greeting,
    why: nameless,
  },
  { find: '(?:gentilissim[oaie]|egregi[oae]?)(?=,)', say: greeting, why: nameless, picky: true },
  {
    find: `(?:(?:con la presente )?(?:siamo|sono) (?:molto |davvero )?(?:liet[ioae]|felic[ie]|orgoglios[ioae]|fier[ioae]|spiacent[ie]|onorat[ioae]|a|ad|qui a) (?:di |ad |a )?${toYou})(?: che)?`,
    say: '',
    why: announcing,
  },
  {
    find: "(?:la|le|vi|ti|li) (?:informiamo|comunichiamo|informo|comunico|segnaliamo|rendiamo noto|facciamo presente|notifichiamo|avvisiamo)(?: inoltre| fin d'ora)? che",
    say: '',
    why: announcing,
  },
  {
    find: `(?:desideriamo|vogliamo|vorremmo|teniamo a|ci teniamo a|ci pregiamo di|ci duole|abbiamo il piacere di|abbiamo l'onore di|è con (?:grande )?piacere che) (?:${telling})[a-z]{0,14}(?: che)?`,
    say: '',
    why: announcing,
  },
  {
    find: '(?:informarla|informarvi|comunicarle|comunicarvi|informarti|comunicarti|annunciarvi)(?: che)?',
    why: announcing,
  },
];

const english: readonly Phrase[] = [
  { find: 'dear sirs?|dear madam|greetings,? valued customer', say: 'Hello …', why: nameless },

  {
    find: 'dear (?:valued |loyal |esteemed )?(?:customers?|guests?|clients?|users?|members?|patients?|subscribers?|sir or madam|sir\\/madam|sirs?|madam)',
    say: 'Hello …',
    why: nameless,
  },
  { find: 'to whom it may concern', say: 'Hello …', why: nameless },
  {
    find: '(?:we|i) (?:would like to|wish to|regret to|are writing to|are pleased to|are happy to|are delighted to|am writing to|are sorry to|are proud to|are thrilled to|are excited to) (?:inform|announce|advise|let|notify|share|present|introduce)(?: you)?(?: know)?(?: that| of)?',
    say: '',
    why: announcing,
  },
];

export const openings = phraseTable({ it: italian, en: english });
