import { type Phrase, phraseTable, type RuleWords } from '../phrases.ts';

export const copyPasteRule: RuleWords = {
  kind: 'copy-paste',
  level: 'warning',
  why: {
    it: 'È la frase che tutti incollano sotto ogni recensione: riprendi una cosa che ha scritto proprio questa persona.',
    en: 'Everybody pastes this under every review: take up something that this very person wrote.',
  },
};

const thanks = {
  tu: 'grazie di avermi raccontato …',
  lei: 'grazie di avermi raccontato …',
  voi: 'grazie di averci raccontato …',
};
const own = '(?:tuo|tua|suo|sua|vostro|vostra|tuoi|suoi|vostri)';

const italian: readonly Phrase[] = [
  {
    find: '(?:apprezziamo|abbiamo apprezzato|gradiamo) (?:molto |davvero |tantissimo |sinceramente )?(?:che|il|la|le|i) (?:tu|lei|voi|tuo|sua|suo|tua|vostro|vostra|tue|sue|suoi|tuoi|abbia|hai)[^.!?\n]{0,40}',
    say: thanks,
  },
  {
    find: "(?:un'|una |preziosa |come )?(?:occasione|opportunità|spunto|stimolo|momento) (?:preziosa |importante )?(?:di|per) (?:crescita|miglioramento|migliorar(?:e|ci|si)|crescere|riflessione)|(?:ci )?(?:sprona|stimola|incoraggia|motiva)(?:no)? a[d]? [^.!?\n]{0,20}",
  },
  {
    find: "una seconda (?:possibilità|opportunità|occasione|chance)|(?:non vediamo|non vedo) l'ora di (?:riaver|riveder|ospitar|accoglier|riabbracciar)[a-z]{2,4}[^.!?\n]{0,20}|(?:vi|ti|la) aspettiamo (?:presto|di nuovo|nuovamente|a braccia aperte)|a presto rivederci",
  },
  {
    find: '(?:che bella|bellissima|splendida|fantastica) recensione|grazie (?:mille |infinite |di cuore )?per le (?:belle|bellissime|splendide|gentili|meravigliose|tue|sue|vostre) (?:bellissime |belle |gentili )?parole|le (?:tue|sue|vostre) parole ci (?:riempiono|rendono|scaldano)[^.!?\n]{0,30}|(?:siamo|ci rende) (?:davvero |molto )?(?:felici|contenti|lieti) (?:che|di sapere)[^.!?\n]{0,15}(?:trovat[oaie] bene|soddisfatt|apprezzat|piaciut)[^.!?\n]{0,12}|è (?:per noi )?(?:motivo|fonte) di (?:orgoglio|soddisfazione|grande)[^.!?\n]{0,15}',
  },
  {
    find: '(?:lavoriamo|ci impegniamo|continueremo a (?:lavorare|impegnarci)) (?:ogni giorno |costantemente |sempre |con passione )?per (?:offrire|garantire|dare|migliorare)[^.!?\n]{0,30}|(?:la|il) (?:tua|sua|vostra|tuo|suo) (?:soddisfazione|giudizio|fiducia) è[^.!?\n]{0,25}',
  },

  {
    find: `(?:la ringraziamo|ti ringraziamo|vi ringraziamo|ringraziamo|grazie(?: mille)?) (?:per|di) (?:il |la |l'|un |una )?(?:${own} )?(?:prezios[oa] |gentil[ei] )?(?:feedback|suggerimento|recensione|supporto|contributo|riscontro positivo)(?: positiv[oa])?(?: a cinque stelle)?`,
    say: thanks,
  },
  {
    find: '(?:la ringraziamo|ti ringraziamo|grazie) per (?:aver(?:ci)? (?:condiviso|contattato|contattati|scelto|dedicato)|averci contattat[oi])(?: (?:la (?:sua|tua) esperienza|il tuo tempo|del tempo|con noi))?',
    say: thanks,
  },
  {
    find: `(?:la ${own} |l'|ogni )?(?:opinione|soddisfazione|parere|feedback)(?: dei (?:nostri )?(?:clienti|ospiti))? (?:è|per noi è) (?:molto |davvero |sempre |per noi )?(?:importante|fondamentale|prezios[oa]|la nostra (?:priorità|missione))(?: per noi)?`,
  },
  {
    find: '(?:(?:i|il) (?:suoi|tuoi|vostri|suo|tuo|vostro) (?:commenti|commento|feedback) )?(?:ci aiut(?:a|ano)|ci permett(?:e|ono)|ci spinge|ci sprona) (?:a|di) (?:migliorare|crescere|fare sempre meglio)(?: il nostro servizio)?',
  },
  {
    find: 'farem?o tesoro (?:delle|dei|della|del)(?: (?:sue|tue|vostre|suoi|tuoi|vostri|tuo|suo))?(?: (?:osservazioni|consigli|critiche|parole|commento))?|prendiamo (?:molto )?(?:sul serio|a cuore|seriamente) (?:i feedback|ogni|le opinioni|tutte le)[^.!?\\n]{0,30}',
  },
  {
    find: 'ci impegniamo (?:ogni giorno|costantemente|sempre|quotidianamente) (?:per|a|ad)(?: offrire)?(?: il miglior servizio)?|il nostro obiettivo è (?:sempre )?(?:la|offrire|garantire)[^.!?\\n]{0,30}|la fedeltà dei nostri soci sia per noi un valore fondamentale',
  },
  {
    find: '(?:ci auguriamo|speriamo|nella speranza|sperando) (?:di )?(?:avere il piacere di |poter(?:vi|la|ti)? |di ){0,4}(?:ospitar|riaver|accoglier|riveder|poter)[a-z]{0,4}(?: riavere)?(?: presto| nuovamente| ancora)?(?: nostri ospiti)?|saremo (?:felici|lieti|ben lieti) di (?:accoglier|ospitar|riveder|riaver)[a-z]{2,4}(?: nuovamente| presto)?',
  },
  {
    find: 'continu(?:a|ate|i) a seguirci|(?:vi|ti) aspettiamo numeros[ie]',
    say: { tu: 'la prossima volta …', lei: 'la prossima volta …', voi: 'la prossima volta …' },
  },
];

const english: readonly Phrase[] = [
  {
    find: "we (?:really |truly |sincerely |greatly )?(?:value|appreciate) (?:your|you|all|every)[^.!?\\n]{0,30}|(?:an )?opportunity to (?:improve|learn|grow)|a second chance|(?:can't|cannot) wait to (?:welcome|see|have) you[^.!?\\n]{0,15}|(?:so |very )?(?:glad|happy|delighted|thrilled) (?:to hear )?(?:that )?you enjoyed[^.!?\\n]{0,25}|thank you for your kind words",
  },

  {
    find: '(?:thank you|thanks) for (?:taking the time to (?:share|leave|write)[^.!?\\n]{0,25}|your (?:valuable |kind |5-star |five-star |positive )?(?:feedback|review|support|patience and understanding)|sharing your (?:experience|feedback)|reaching out)',
    say: 'thank you for telling me about …',
  },
  {
    find: '(?:guest|customer|client) satisfaction is [^.!?\\n]{0,30}|your (?:opinion|feedback|satisfaction) (?:is|matters)[^.!?\\n]{0,25}|helps us (?:to )?improve|we (?:hope|look forward) to (?:welcom(?:e|ing)|serv(?:e|ing)|see(?:ing)?) you (?:back|again)(?: soon)?|we take (?:all )?(?:feedback|complaints) (?:very )?seriously|we strive to [^.!?\\n]{0,30}',
  },
];

export const copyPastes = phraseTable({ it: italian, en: english });
