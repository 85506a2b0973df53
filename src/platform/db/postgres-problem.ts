import type { LockHolder } from './data-folder-lock.ts';

/** Why our own database cannot be had. Each one has its remedy in `describePostgresProblem`. */
export type PostgresProblem =
  | { readonly kind: 'no-binaries'; readonly platform: string }
  | { readonly kind: 'binaries-out-of-reach'; readonly folder: string; readonly reason: string }
  | { readonly kind: 'no-unprivileged-user' }
  | { readonly kind: 'folder-unusable'; readonly folder: string; readonly reason: string }
  | { readonly kind: 'folder-held'; readonly folder: string; readonly holder: LockHolder }
  | {
      readonly kind: 'other-version';
      readonly folder: string;
      readonly found: string;
      readonly expected: string;
    }
  | { readonly kind: 'not-created'; readonly folder: string; readonly log: string }
  | { readonly kind: 'not-started'; readonly folder: string; readonly log: string };

/** What is wrong and what to do, in Italian and in English. */
export const describePostgresProblem = (
  problem: PostgresProblem,
): { readonly it: string; readonly en: string } => {
  switch (problem.kind) {
    case 'no-binaries':
      return {
        it: `Il database incluso non c'è per questo sistema (${problem.platform}). Indica un PostgreSQL 15 o più recente con DATABASE_URL.`,
        en: `There is no bundled database for this system (${problem.platform}). Point DATABASE_URL to a PostgreSQL 15 or newer.`,
      };
    case 'binaries-out-of-reach':
      return {
        it: `I programmi del database non sono raggiungibili da un utente senza privilegi e non si possono copiare in ${problem.folder} (${problem.reason}). Sposta il programma fuori dalla cartella personale di root, oppure avvialo con un utente normale.`,
        en: `The database programs cannot be reached by an unprivileged user, nor copied to ${problem.folder} (${problem.reason}). Move the program out of root's home, or start it as an ordinary user.`,
      };
    case 'no-unprivileged-user':
      return {
        it: 'PostgreSQL rifiuta di girare come root e qui manca un utente senza privilegi (nobody). Avvia Passaparola con un utente normale, oppure usa DATABASE_URL.',
        en: 'PostgreSQL refuses to run as root and there is no unprivileged user (nobody) here. Start Passaparola as an ordinary user, or use DATABASE_URL.',
      };
    case 'folder-unusable':
      return {
        it: `La cartella dei dati ${problem.folder} non si può usare: ${problem.reason}. Controlla permessi e spazio, oppure scegline un'altra con PASSAPAROLA_DATA.`,
        en: `The data folder ${problem.folder} cannot be used: ${problem.reason}. Check permissions and space, or choose another with PASSAPAROLA_DATA.`,
      };
    case 'folder-held':
      return {
        it: `Passaparola è già in funzione su ${problem.folder}: processo ${problem.holder.pid}, dal ${problem.holder.since}, indirizzo ${problem.holder.address}. Usa quello, fermalo (kill ${problem.holder.pid}), oppure scegli un'altra cartella con PASSAPAROLA_DATA.`,
        en: `Passaparola is already running on ${problem.folder}: process ${problem.holder.pid}, since ${problem.holder.since}, address ${problem.holder.address}. Use that one, stop it (kill ${problem.holder.pid}), or choose another folder with PASSAPAROLA_DATA.`,
      };
    case 'other-version':
      return {
        it: `I dati in ${problem.folder} sono di PostgreSQL ${problem.found}, il database incluso è ${problem.expected}. Ripristina una copia con "passaparola restore" in una cartella nuova, oppure usa la versione precedente del programma.`,
        en: `The data in ${problem.folder} belong to PostgreSQL ${problem.found}, the bundled database is ${problem.expected}. Restore a backup with "passaparola restore" into a new folder, or use the previous version of the program.`,
      };
    case 'not-created':
      return {
        it: `Non è stato possibile creare il database in ${problem.folder}:\n${problem.log}`,
        en: `The database could not be created in ${problem.folder}:\n${problem.log}`,
      };
    case 'not-started':
      return {
        it: `Il database in ${problem.folder} non si avvia:\n${problem.log}`,
        en: `The database in ${problem.folder} does not start:\n${problem.log}`,
      };
  }
};
