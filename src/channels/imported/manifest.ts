import type { Manifest } from '../contract.ts';
import { supportOf } from '../support-of.ts';

const absent = {
  it: 'È un ricordo di quello che è già stato detto: si risponde dove è stato detto.',
  en: 'This is a memory of what was said already: answers are given where it was said.',
};

const imported = { how: 'import' } as const;

export const importedManifest: Manifest = {
  id: 'imported',
  name: { it: 'Importazioni', en: 'Imports' },
  summary: {
    it: 'Le conversazioni di ieri: fogli, JSON, caselle di posta, chat di WhatsApp, archivi di Facebook, Instagram, X e Google.',
    en: 'Yesterday’s conversation: sheets, JSON, mailboxes, WhatsApp chats, archives of Facebook, Instagram, X and Google.',
  },
  icon: 'file-up',
  auth: 'none',
  fields: [],
  capabilities: supportOf(
    { mentions: imported, comments: imported, reviews: imported, 'direct-messages': imported },
    absent,
  ),
  dataTerms: {
    keepContent: 'yes',
    profileAuthors: true,
    exportable: true,
    source: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
    checkedOn: '2026-11-22',
  },
  pollEveryMs: 24 * 60 * 60 * 1000,
};

/** The same road with LinkedIn's terms: read and answered, but nobody is profiled and nothing leaves again. */
export const linkedinArchiveManifest: Manifest = {
  ...importedManifest,
  id: 'linkedin-archive',
  name: { it: 'Archivio di LinkedIn', en: 'LinkedIn archive' },
  summary: {
    it: 'Messaggi, commenti e post dal tuo archivio di LinkedIn, senza farne profili: i suoi termini non lo permettono.',
    en: 'Messages, comments and posts from your LinkedIn archive, without profiles made of them: its terms do not allow it.',
  },
  capabilities: supportOf({ comments: imported, 'direct-messages': imported }, absent),
  dataTerms: {
    keepContent: 'yes',
    profileAuthors: false,
    exportable: false,
    source: 'https://www.linkedin.com/legal/user-agreement',
    checkedOn: '2026-11-22',
  },
};
