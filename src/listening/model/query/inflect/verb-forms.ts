/** Endings of the three conjugations, after the vowel that is theirs. Those of two letters or fewer are also endings of nouns. */
const thematic = {
  a: 'are arlo arla arli arle armi arti arsi arci arvi argli arne ando andolo andola ato ata ati ate iamo ate ano avo avi ava avamo avate avano ai asti ò ammo aste arono erò erai erà eremo erete eranno assi asse assimo assero ino erei eresti erebbe eremmo ereste erebbero ante anti',
  e: 'ere erlo erla erli erle ermi erti ersi erci ervi ergli erne endo endolo endola uto uta uti ute iamo ete ono evo evi eva evamo evate evano ei etti esti ette emmo este erono ettero erò erai erà eremo erete eranno essi esse essimo essero ano erei eresti erebbe eremmo ereste erebbero ente enti',
  i: 'ire irlo irla irli irle irmi irti irsi irci irvi irgli irne endo endolo endola ito ita iti ite iamo ono ivo ivi iva ivamo ivate ivano ii isti ì immo iste irono irò irai irà iremo irete iranno issi isse issimo issero isco isci isce iscono isca iscano irei iresti irebbe iremmo ireste irebbero ente enti',
} as const;
const SHORT = ['o', 'i', 'a', 'e'] as const;
type Conjugation = keyof typeof thematic;

const LONG: Readonly<Record<Conjugation, readonly string[]>> = {
  a: thematic.a.split(' '),
  e: thematic.e.split(' '),
  i: thematic.i.split(' '),
};
/** The least of a verb before its ending: shorter ones are irregular, or no verbs. */
const SHORTEST_ROOT = 3;

/**
 * The regular forms of a folded verb, known by its infinitive (with its pronoun or without), gerund or participle. An infinitive
 * gives all; the others, which are often nouns, only what no noun could be taken for: of `moscato` no `mosca`. Other forms are
 * not known for verbs. Rules: L. Serianni, Italiano (1997), XI.
 */
export const verbForms = (word: string): readonly string[] => {
  const infinitive = /^(.+?)([aei])r(?:e|lo|la|li|le|mi|ti|si|ci|vi|ne|gli)$/.exec(word);
  if (infinitive) return conjugate(infinitive[1] ?? '', infinitive[2] as Conjugation, true);
  const other = /^(.+?)(?:(a)ndo|(a)t[oaie]|(u)t[oaie]|(i)t[oaie]|(e)ndo)$/.exec(word);
  if (!other) return [];
  const root = other[1] ?? '';
  if (other[2] ?? other[3]) return conjugate(root, 'a', false);
  if (other[4]) return conjugate(root, 'e', false);
  if (other[5]) return conjugate(root, 'i', false);
  return [...conjugate(root, 'e', false), ...conjugate(root, 'i', false)];
};

const conjugate = (root: string, conjugation: Conjugation, isWhole: boolean): readonly string[] => {
  /** Cantiere, bicchiere: nouns, no verb ends so. */
  if (root.length < SHORTEST_ROOT || (conjugation === 'e' && root.endsWith('i'))) return [];
  const endings = [...LONG[conjugation], ...(isWhole ? SHORT : [])].map((ending) =>
    ending.replace('ò', 'o').replace('à', 'a').replace('ì', 'i'),
  );
  return endings.map((ending) => attach(root, ending, conjugation));
};

/** `cercare`: cerchi; `mangiare`: mangerò; `studiare`: studi. */
const attach = (root: string, ending: string, conjugation: Conjugation): string => {
  const isSoft = /^[ei]/.test(ending);
  if (conjugation !== 'a' || !isSoft) return root + ending;
  if (/[cg]$/.test(root)) return `${root}h${ending}`;
  if (/[cg]i$/.test(root)) return root.slice(0, -1) + ending;
  return root.endsWith('i') && ending.startsWith('i') ? root.slice(0, -1) + ending : root + ending;
};
