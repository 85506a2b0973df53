import { foldText } from '../../platform/text/index.ts';
import type { Mappable, Mapping } from './mapping.ts';
import { plainMapping } from './mapping.ts';

/** How files and programs call these things, in Italian and English, folded; the surer names first. */
const names: Readonly<Record<Mappable, readonly string[]>> = {
  text: [
    'text',
    'testo',
    'messaggio',
    'message',
    'comment',
    'commento',
    'recensione',
    'review',
    'contenuto',
    'content',
    'body',
    'full_text',
    'descrizione',
    'description',
    'caption',
    'nota',
    'note',
    'opinione',
  ],
  author: [
    'author',
    'autore',
    'nome',
    'name',
    'utente',
    'user',
    'cliente',
    'customer',
    'da',
    'from',
    'mittente',
    'sender',
    'sender_name',
    'reviewer',
    'recensore',
    'displayname',
    'display_name',
    'nome e cognome',
    'username',
  ],
  authorId: [
    'email',
    'e-mail',
    'mail',
    'author_id',
    'authorid',
    'user_id',
    'userid',
    'handle',
    'telefono',
    'phone',
    'from_email',
    'author_email',
    'screen_name',
  ],
  time: [
    'time',
    'data',
    'date',
    'quando',
    'when',
    'timestamp',
    'created_at',
    'createdat',
    'createtime',
    'data e ora',
    'datetime',
    'published',
    'published_at',
    'publishedat',
    'ora',
    'timestamp_ms',
    'said_at',
    'saidat',
  ],
  url: ['url', 'link', 'permalink', 'indirizzo web', 'pagina'],
  id: ['id', 'codice', 'uuid', 'review_id', 'comment_id', 'message_id', 'id_str', 'native_id', 'nativeid'],
  title: ['title', 'titolo', 'oggetto', 'subject'],
  rating: [
    'rating',
    'stelle',
    'stars',
    'voto',
    'valutazione',
    'punteggio',
    'score',
    'star_rating',
    'starrating',
  ],
  thread: [
    'thread',
    'conversation',
    'conversazione',
    'thread_id',
    'conversation_id',
    'conversation id',
    'chat',
    'discussione',
  ],
  parent: ['parent', 'parent_id', 'in_reply_to', 'in_reply_to_id', 'risposta a', 'reply_to'],
  ours: ['ours', 'nostro', 'noi', 'direction', 'direzione'],
  authorUrl: ['author_url', 'profile', 'profilo', 'profile_url'],
  language: ['language', 'lingua', 'lang'],
};

/**
 * Which place most likely holds what, by the names of places: a pointer's last names, the nearest to the top and the surest name
 * first. Each place is given once.
 */
export const guessMapping = (pointers: readonly string[]): Mapping => {
  const places: Partial<Record<Mappable, string>> = {};
  const taken = new Set<string>();
  const byDepth = [...pointers].sort((one, other) => one.split('/').length - other.split('/').length);
  for (const field of Object.keys(names) as Mappable[]) {
    const found = findPlace(field, byDepth, taken);
    if (found === undefined) continue;
    places[field] = found;
    taken.add(found);
  }
  const form = places.rating ? 'review' : 'comment';
  return { ...plainMapping, form, places };
};

const findPlace = (
  field: Mappable,
  pointers: readonly string[],
  taken: ReadonlySet<string>,
): string | undefined => {
  const free = pointers.filter((pointer) => !taken.has(pointer));
  for (const name of names[field]) {
    const found = free.find((pointer) => saidNames(pointer).some((said) => said === name));
    if (found !== undefined) return found;
  }
  return undefined;
};

/** `/author/name` is called `name`, `author name` and `author_name`, and, since it names somebody, `author`. */
const saidNames = (pointer: string): readonly string[] => {
  const parts = pointer
    .slice(1)
    .split('/')
    .map((part) => foldText(part.replaceAll('~1', '/').replaceAll('~0', '~')).trim());
  const last = parts.at(-1) ?? '';
  const before = parts.at(-2) ?? '';
  const isOfWho = /^(?:author|autore|user|utente|from|sender|reviewer|cliente|customer)$/.test(before);
  if (isOfWho && /^(?:name|nome|displayname|display_name)$/.test(last)) return ['author'];
  if (isOfWho && /^(?:id|email|handle|username)$/.test(last)) return ['author_id'];
  if (isOfWho && /^(?:url|link|profile)$/.test(last)) return ['author_url'];
  return [last, `${before} ${last}`.trim()];
};
