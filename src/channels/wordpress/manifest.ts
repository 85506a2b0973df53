import type { Manifest } from '../contract.ts';
import { supportOf } from '../support-of.ts';

export const wordpressManifest: Manifest = {
  id: 'wordpress',
  name: { it: 'Commenti di WordPress', en: 'WordPress comments' },
  summary: {
    it: 'I commenti al vostro sito WordPress: si leggono, si approvano e si rispondono da qui.',
    en: 'The comments on your WordPress site: read, approved and answered from here.',
  },
  icon: 'message-square-text',
  auth: 'password',
  fields: [
    {
      name: 'site',
      kind: 'url',
      label: { it: 'L’indirizzo del sito', en: 'The address of the site' },
      help: {
        it: 'Deve cominciare con https: con ogni richiesta viaggia una password.',
        en: 'It must begin with https: a password travels with every request.',
      },
      placeholder: 'https://www.cantinarossi.it',
      required: true,
    },
    {
      name: 'user',
      kind: 'text',
      label: { it: 'Nome utente', en: 'User name' },
      help: {
        it: 'Un utente di WordPress con il ruolo di Editore: così può anche approvare i commenti. Le risposte porteranno il suo nome.',
        en: 'A WordPress user with the role of Editor, so that it can also approve comments. The answers carry its name.',
      },
      required: true,
    },
    {
      name: 'password',
      kind: 'password',
      label: { it: 'Password applicazione', en: 'Application password' },
      help: {
        it: 'Non quella con cui si entra: in WordPress, Utenti > Profilo > Password applicazioni, scrivete “Passaparola”, poi “Aggiungi” e copiate qui quella che appare. Si revoca dalla stessa pagina.',
        en: 'Not the one for signing in: in WordPress, Users > Profile > Application Passwords, write “Passaparola”, then “Add” and copy here the one that appears. It is revoked on the same page.',
      },
      placeholder: 'abcd EFGH 1234 ijkl MNOP 6789',
      required: true,
      secret: true,
    },
  ],
  capabilities: supportOf(
    {
      mentions: {
        how: 'poll',
        why: {
          it: 'I pingback e i trackback che il sito ha ricevuto, se l’utente può moderare.',
          en: 'The pingbacks and trackbacks that the site has received, if the user may moderate.',
        },
      },
      comments: {
        how: 'poll',
        why: {
          it: 'Quelli da approvare restano in attesa: si approvano, si rifiutano o si segnano come spam da qui, se l’utente può moderare.',
          en: 'Those to be approved wait: they are approved, refused or marked as spam from here, if the user may moderate.',
        },
      },
      reply: { how: 'poll' },
      retract: { how: 'poll' },
    },
    {
      it: 'WordPress qui serve per i commenti al vostro sito.',
      en: 'WordPress is here for the comments on your site.',
    },
  ),
  dataTerms: {
    keepContent: 'yes',
    profileAuthors: true,
    exportable: true,
    source: 'https://developer.wordpress.org/rest-api/reference/comments/',
    checkedOn: '2026-11-22',
  },
  holds: true,
  pollEveryMs: 5 * 60 * 1000,
};
