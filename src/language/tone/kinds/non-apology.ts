import { type Phrase, phraseTable, type RuleWords } from '../phrases.ts';

export const nonApologyRule: RuleWords = {
  kind: 'non-apology',
  level: 'warning',
  why: {
    it: 'Si scusa di come l’altro si è sentito e non di che cosa è successo: suona come «è un problema tuo».',
    en: 'This is sorry for how the other felt, not for what happened: it reads as “your problem”.',
  },
};

const plain = { tu: 'mi dispiace che …', lei: 'mi dispiace che …', voi: 'mi dispiace che …' };

const italian: readonly Phrase[] = [
  {
    find: '(?:se|qualora|che) (?:lei |tu )?(?:si è|ti sei|vi siete|si sia|ti sia|vi siate) sentit[oaie]',
    say: plain,
  },
  {
    find: "se (?:l'episodio |la cosa |questo |qualcosa )?(?:l'ha|la ha|ti ha|vi ha|l'abbiamo|ti abbiamo) (?:infastidit|offes|delus|disturbat)[oaie]",
    say: plain,
  },
  {
    find: "che (?:lei |tu )?(?:abbia|abbiate|hai|ha) (?:percepito|avuto (?:la sensazione|l'impressione|questa percezione))|(?:della|la) (?:sua|tua|vostra) percezione|(?:abbia|abbiate) percepito",
    say: plain,
  },
  {
    find: "(?:ci scusiamo|mi scuso|scusate|scusandoci|ci dispiace) per (?:gli |l'|ogni |degli )?eventual[ei] [a-z]{4,15}|per (?:gli )?eventuali (?:disagi|inconvenienti|disguidi)",
    say: plain,
  },
  {
    find: '(?:ci dispiace|mi dispiace|ci scusiamo) (?:per il|del) (?:malinteso|fraintendimento|equivoco)',
    say: plain,
  },
  {
    find: "se (?:abbiamo|ho) (?:in qualche modo |eventualmente )?(?:offeso|deluso|urtato|mancato)|se (?:il servizio|qualcosa) non (?:è stat[oa]|era) (?:di suo|di tuo|di vostro|all'altezza)[^.!?\\n]{0,25}",
    say: plain,
  },
];

const english: readonly Phrase[] = [
  {
    find: "(?:we are |i am |i'm |we're )?sorry (?:if|that) you (?:felt?|feel|were offended|perceived|think|thought)|if you (?:felt|were offended)|if (?:we|this|anything) (?:have |has )?(?:offended|upset|caused)|any misunderstanding",
    say: 'I’m sorry that …',
  },
];

export const nonApologies = phraseTable({ it: italian, en: english });
