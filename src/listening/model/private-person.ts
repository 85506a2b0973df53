import { findPersonalData } from '../../language/index.ts';
import { isLeaf, type Query } from './query/query.ts';
import { wordsOf } from './words-of.ts';

/** Why a query looks like the watching of one person. */
export type PersonSign =
  /** A telephone number, a tax code, a mail address: never words to listen for. */
  | { readonly kind: 'personal-data'; readonly text: string }
  /** It asks for what somebody says, whatever it is about. */
  | { readonly kind: 'author'; readonly text: string }
  /** A first name and a family name. */
  | { readonly kind: 'name'; readonly text: string };

/** Data that belong to one person: a company's own mail address or number is nothing that one listens for either. */
const PERSONAL: ReadonlySet<string> = new Set(['tax-code', 'phone', 'iban', 'card', 'email']);
const LONGEST_NAME = 4;

/** The frequent first names of Italy (ISTAT, names given to the born, and those of older people): one of them with another word is a name. */
const FIRST_NAMES: ReadonlySet<string> = new Set(
  `adriana adriano agnese alberto alessandra alessandro alessia alessio alfredo alice ambra amelia andrea angela angelo anna annamaria
  antonella antonia antonino antonio arianna asia aurora barbara beatrice bianca bruno camilla carla carlo carmela carmine caterina
  cecilia chiara christian cinzia claudia claudio concetta cristian cristiano cristina daniela daniele dario davide debora diego
  domenico donatella edoardo elena eleonora elisa elisabetta emanuela emanuele emma enrica enrico enzo erica ernesto eugenio fabio
  fabrizio federica federico felice ferdinando filippo flavia flavio franca francesca francesco franco gabriele gabriella gaetano
  gaia gennaro giacomo gianfranco gianluca gianluigi gianni gianpaolo giada gino giorgia giorgio giovanna giovanni giuliana giuliano
  giulia giulio giuseppe giuseppina grazia graziano graziella greta guido ida ilaria irene ivan jacopo katia laura leonardo lidia
  liliana lorena lorenzo luca lucia luciana luciano ludovica luigi luigia luisa maddalena manuela manuel marcello marco margherita
  maria mariano marina mario marisa marta martina massimiliano massimo matilde matteo mattia maura maurizio mauro melissa michela
  michele miriam mirko monica morena nadia nicola nicole nicolo noemi ornella paola paolo pasquale patrizia piera piero pierluigi
  pietro raffaele raffaella raffaello renata renato renzo riccardo rita roberta roberto rocco romano rosa rosanna rosaria rosario
  rossella rossana sabrina salvatore samuele sandra sandro sara sebastiano serena sergio silvana silvano silvia silvio simona simone
  sofia sonia stefania stefano susanna teresa tiziana tiziano tommaso umberto ugo valentina valeria valerio vanessa vera veronica
  vincenza vincenzo viola virginia vito vittoria vittorio viviana walter`
    .trim()
    .split(/\s+/),
);
/** Words by which a name is that of a business, a saint, a place. */
const NOT_A_PERSON =
  /^(?:srl|spa|snc|sas|srls|sapa|figli|figlio|fratelli|cantina|cantine|azienda|ditta|studio|bar|ristorante|trattoria|osteria|pizzeria|hotel|albergo|tenuta|villa|casa|casale|podere|fattoria|agriturismo|forno|panificio|pasticceria|gelateria|bottega|negozio|officina|salone|centro|piazza|via|san|santa|santo|sant|vini|vino|gioielli|moda|shop|store|design|italia|italy|parrucchieri|assicurazioni|immobiliare|costruzioni)$/;

/** What in a query looks like a private person. Heuristics: they ask a question, which a person answers; only data are refused outright. */
export const personSigns = (query: Query): readonly PersonSign[] => [
  ...(hasAuthor(query) ? [{ kind: 'author' as const, text: hasAuthor(query) ?? '' }] : []),
  ...textsOf(query).flatMap((text): PersonSign[] => {
    if (findPersonalData(text).some(({ kind, certain }) => certain && PERSONAL.has(kind)))
      return [{ kind: 'personal-data', text }];
    return looksLikeName(text) ? [{ kind: 'name', text }] : [];
  }),
];

/** The author whom every answer has, if there is one. */
const hasAuthor = (query: Query): string | undefined => {
  if (query.kind === 'filter') return query.field === 'author' ? query.value : undefined;
  if (query.kind === 'and') return query.parts.map(hasAuthor).find((value) => value !== undefined);
  if (query.kind === 'or') return query.parts.map(hasAuthor).find((value) => value !== undefined);
  return undefined;
};

/** What is looked for, and what is written beside it: `Mario Rossi` without quotation marks is two words that are both wanted. */
const textsOf = (query: Query): readonly string[] => {
  if (query.kind === 'term') return [query.text];
  if (query.kind === 'near')
    return [...textsOf(query.left), ...textsOf(query.right), side([query.left, query.right])];
  if (query.kind === 'or') return query.parts.flatMap(textsOf);
  if (query.kind === 'and') return [...query.parts.flatMap(textsOf), side(query.parts)];
  return [];
};

const side = (parts: readonly Query[]): string =>
  parts
    .filter(isLeaf)
    .flatMap((part) => (part.kind === 'term' ? [part.text] : []))
    .join(' ');

const looksLikeName = (text: string): boolean => {
  const words = wordsOf(text).map(({ folded }) => folded);
  if (words.length < 2 || words.length > LONGEST_NAME || words.some((word) => NOT_A_PERSON.test(word)))
    return false;
  const [first = '', last = ''] = [words[0], words.at(-1)];
  return words.every((word) => /^\p{L}+$/u.test(word)) && (FIRST_NAMES.has(first) || FIRST_NAMES.has(last));
};
