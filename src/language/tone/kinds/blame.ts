import { type Phrase, phraseTable, type RuleWords } from '../phrases.ts';

export const blameRule: RuleWords = {
  kind: 'blame',
  level: 'warning',
  why: {
    it: 'Dà la colpa a chi scrive: anche quando è vero, chi legge ricorda il rimprovero e non la soluzione.',
    en: 'This blames the writer: even when it is true, readers remember the scolding and not the remedy.',
  },
};

const soften = {
  tu: 'forse non eravamo stati chiari: …',
  lei: 'forse non eravamo stati chiari: …',
  voi: 'forse non eravamo stati chiari: …',
};
const perhaps = {
  tu: 'può essere che …? Ti aiuto a controllare',
  lei: 'può essere che …? La aiuto a controllare',
  voi: 'può essere che …? Vi aiuto a controllare',
};

const italian: readonly Phrase[] = [
  {
    find: '(?:forse|magari|probabilmente|evidentemente) (?:lei |tu |voi |si )?(?:avete|ha|hai|è|siete|sei|vi siete|ti sei) (?:[a-zà-ÿ]{3,14}(?:at|ut|it)[oaie]|letto|fatto|messo|capito male|scelto|perso)(?: male)?',
    say: perhaps,
  },
  {
    find: "(?:l')?(?:ha|hai|avete|avevi|aveva) (?:detto|chiesto|scelto|voluto|ordinato|deciso|firmato|accettato) (?:lei|tu|voi)(?: (?:di|la|il|le|i|così) ?[a-z]{0,14})?|(?:che )?(?:lei|tu) stess[oa] ha(?:i)? [a-z]{4,14}|sarebbe (?:bastato|stato sufficiente|stato meglio)(?: [a-z]{3,14})?|(?:era|è) scritto (?:chiaramente|ben chiaro|in grande|ovunque|sul|nel)|(?:le istruzioni|le condizioni|il regolamento) (?:parla(?:no)? chiaro|è chiaro|sono chiare)|la prossima volta (?:legga|leggi|controlli|controlla|stia|stai|faccia|chieda)|(?:un po' )?più (?:di )?(?:attenzione|attent[oa]) la prossima volta|nulla può (?:quindi )?essere addebitato|(?:non )?imputabile (?:a lei|al cliente|alla cliente)|avreste fatto meglio|le avevamo (?:detto|scritto|spiegato)|ti avevamo (?:detto|scritto|spiegato)|le era stato (?:detto|spiegato|comunicato)|lo sapev(?:a|i|ate)",
    say: soften,
  },

  {
    find: 'come (?:chiaramente |ben |già |più volte |espressamente )?(?:indicato|scritto|specificato|comunicato|detto|spiegato|riportato|precisato|previsto dal regolamento)(?: più volte)?(?: (?:nel|sul|nei|in) [a-zà-ÿ]{3,15})?',
    say: soften,
  },
  {
    find: 'come da (?:regolamento|contratto|condizioni)(?: (?:da lei|da te|che ha|che hai)?(?: [a-z]{3,12})?)?',
    say: soften,
  },
  {
    find: '(?:lei |tu |voi )?(?:avrebbe|avresti|avreste) (?:dovuto|potuto)(?: [a-zà-ÿ]{3,15})?',
    say: soften,
  },
  {
    find: '(?:lei |tu |voi )?(?:doveva|dovevi|dovevate|poteva|potevi|potevate) (?:controllare|leggere|fare|chiedere|avvisare|chiamare|prenotare|specificare|dirlo|dircelo|confermare|essere girato|girare|verificare|attendere|accorgersi|aspettare|stare attent[oa])(?: [a-zà-ÿ]{2,15})?',
    say: soften,
  },
  {
    find: 'bastava [a-zà-ÿ]{3,15}re|(?:bisognava|occorreva) [a-zà-ÿ]{3,15}re|era sufficiente [a-zà-ÿ]{3,15}re',
    say: soften,
  },
  {
    find: '(?:se )?(?:avesse|avessi|aveste) (?:letto|controllato|chiamato|guardato|ascoltato|avvisato|prenotato|seguito)(?: [a-zà-ÿ]{2,15}){0,2}',
    say: soften,
  },
  {
    find: "(?:che )?(?:evidentemente|probabilmente|forse|sicuramente|magari) (?:(?:lei|tu|l[ao']|il [a-z]{3,12}) ?)?(?:non )?(?:è stat[oa] |ha |hai |avete |l'ha |l'hai )(?:inserito|letto|capito|sbagliato|usato|caricat[oa]|conservat[oa]|compres[oa]|lavato|fatto|interpretato)(?: (?:male|correttamente|bene))?",
    say: perhaps,
  },
  {
    find: "(?:è|e'|sarà) stat[oa] (?:caricat|conservat|usat|lavat|utilizzat|montat|maneggiat)[oa] male",
    say: perhaps,
  },
  {
    find: "non (?:è stat[oa] |l'ha |ha |avete |hai )(?:conservat[oa]|letto|confermato|rispettato|seguito|avvisato|compres[oa]|stat[oa] compres[oa])(?: correttamente| bene)?|forse non è stata compresa",
    say: perhaps,
  },
  {
    find: '(?:un |da un |ad un )?(?:uso|utilizzo|lavaggio|montaggio|errato lavaggio) (?:improprio|errato|scorretto|non corretto)|errato (?:lavaggio|utilizzo|uso|montaggio)|da parte sua(?=[ .,!])',
    say: perhaps,
  },
  {
    find: "(?:è|e') (?:un |stato un )?(?:suo|tuo|vostro) errore|(?:la )?colpa (?:è )?(?:sua|tua|vostra)|ha sbagliato lei|hai sbagliato tu|(?:l')?(?:avevi|aveva|avevate) (?:scritto|detto|ordinato|compilato) male|(?:che )?ha ordinato lei",
    say: perhaps,
  },
  {
    find: 'i (?:tuoi|suoi|vostri) [a-zà-ÿ]{3,12} erano già [a-zà-ÿ]{3,12}|non dipende dal nostro intervento|andava (?:fatt[oa]|confermat[oa]|girat[oa]|controllat[oa])(?: prima| via mail)?|(?:effettivamente|infatti) mancava',
    say: perhaps,
  },
  {
    find: 'il cliente è tenuto a [a-z]{4,15}|comportarsi in modo più civile|con maggiore (?:pazienza|attenzione)|si innaffiano troppo|non è certo colpa (?:della|del|nostra)(?: [a-z]{3,12})?|(?:guardi|guarda) che (?:lei|tu|avevi|aveva)',
    say: soften,
  },
  { find: '(?:sapresti|saprebbe|sapreste) che', say: soften },
];

const english: readonly Phrase[] = [
  {
    find: 'you (?:should|could) have [a-z]{3,15}|you (?:must|probably) have [a-z]{3,15}(?: it)?(?: wrong| incorrectly| badly)?|you (?:failed|forgot|neglected) to|had you (?:read|booked|called|checked)|if you had (?:read|booked|called|checked)',
    say: 'perhaps we were not clear: …',
  },
  {
    find: 'as (?:clearly |already |previously |plainly )?(?:stated|indicated|explained|written|mentioned|specified)(?: in our [a-z]{3,12})?',
    say: 'perhaps we were not clear: …',
  },
  {
    find: '(?:your own|your) (?:mistake|fault|error|responsibility)|improper use|user error',
    say: 'could it be that …?',
  },
];

export const blames = phraseTable({ it: italian, en: english });
