import { allows, type Permission, type Role } from './policy.ts';

/**
 * What a key may be given, and which permissions of the policy each stands for. A key never does more than whoever made it may do: roles
 * say what a person may, scopes which part of it the key has. What is in no scope (people's roles, connections, secrets, erasure, keys
 * themselves) is done by people, signed in.
 */
export const scopes = {
  'members:read': ['members.read'],
  'mentions:read': ['mentions.read', 'watches.read'],
  'mentions:add': ['mentions.add'],
  'threads:read': ['threads.read', 'mentions.read'],
  'threads:organise': ['threads.organise', 'threads.assign'],
  'notes:write': ['notes.write'],
  'replies:draft': ['drafts.write'],
  'replies:send': ['replies.send'],
  'people:read': ['relations.read'],
  'people:write': ['relations.manage'],
  'cases:read': ['cases.read'],
  'cases:write': ['cases.write'],
  'alerts:read': ['alerts.read'],
  'askings:read': ['askings.read'],
} as const satisfies Record<string, readonly Permission[]>;

export type Scope = keyof typeof scopes;

export const scopeNames = Object.keys(scopes) as readonly Scope[];

/** Said to whoever reads the reference of the API and to whoever makes a key. */
export const scopeWords: Readonly<Record<Scope, { readonly it: string; readonly en: string }>> = {
  'members:read': { it: 'Leggere chi lavora nell’azienda', en: 'Read who works in the company' },
  'mentions:read': { it: 'Cercare e leggere quello che si dice', en: 'Search and read what is said' },
  'mentions:add': { it: 'Aggiungere a mano quello che è stato detto', en: 'Add by hand what was said' },
  'threads:read': { it: 'Leggere le conversazioni', en: 'Read conversations' },
  'threads:organise': {
    it: 'Affidare, chiudere ed etichettare conversazioni',
    en: 'Entrust, close and label conversations',
  },
  'notes:write': { it: 'Scrivere note interne', en: 'Write internal notes' },
  'replies:draft': { it: 'Salvare bozze, senza mandarle', en: 'Save drafts, without sending them' },
  'replies:send': { it: 'Mandare risposte a nome tuo', en: 'Send replies in your name' },
  'people:read': { it: 'Leggere le persone e i legami', en: 'Read people and ties' },
  'people:write': { it: 'Modificare le schede delle persone', en: 'Change what is known of people' },
  'cases:read': {
    it: 'Leggere i casi e le cifre della cura',
    en: 'Read cases and the figures of care',
  },
  'cases:write': { it: 'Aprire e portare avanti i casi', en: 'Open cases and carry them on' },
  'alerts:read': { it: 'Leggere gli avvisi', en: 'Read alerts' },
  'askings:read': {
    it: 'Leggere com’è andata: le risposte raccolte',
    en: 'Read how it went: the answers given',
  },
};

/** Every scoped request may see which company it is in. */
const always: readonly Permission[] = ['workspace.read'];

/** What a key with these scopes may at most do. PURE. */
export const permissionsOfScopes = (held: readonly Scope[]): readonly Permission[] => [
  ...new Set([...always, ...held.flatMap((scope) => scopes[scope])]),
];

/** The scopes that somebody with these roles may give: none that they could not use themselves. PURE. */
export const scopesWithin = (held: readonly Role[]): readonly Scope[] =>
  scopeNames.filter((scope) => scopes[scope].every((permission) => allows(held, permission)));
