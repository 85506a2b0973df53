import type { Manifest } from '../contract.ts';
import { supportOf } from '../support-of.ts';

const pushed = { how: 'push' } as const;

export const webhookManifest: Manifest = {
  id: 'webhook',
  name: { it: 'Webhook', en: 'Webhook' },
  summary: {
    it: 'Un altro programma ci porta quello che riceve: un questionario, un negozio online, un gestionale di recensioni.',
    en: 'Another program brings us what it receives: a survey, an online shop, a tool for reviews.',
  },
  icon: 'webhook',
  auth: 'password',
  fields: [
    {
      name: 'source',
      kind: 'text',
      label: { it: 'Da dove arriva', en: 'Where it comes from' },
      placeholder: 'Questionario del negozio',
      required: false,
      defaultValue: '',
    },
    {
      name: 'secret',
      kind: 'password',
      label: { it: 'Segreto per la firma', en: 'Signing secret' },
      help: {
        it: 'Lo stesso che scrivi nell’altro programma: almeno 16 caratteri, oppure whsec_… come in Standard Webhooks.',
        en: 'The same that you enter in the other program: 16 characters at least, or whsec_… as in Standard Webhooks.',
      },
      required: true,
      secret: true,
    },
    {
      name: 'scheme',
      kind: 'choice',
      label: { it: 'Come firma', en: 'How it signs' },
      required: false,
      defaultValue: 'standard',
      choices: [
        { value: 'standard', label: { it: 'Standard Webhooks', en: 'Standard Webhooks' } },
        {
          value: 'stamped',
          label: {
            it: 'Firma HMAC-SHA256 di X-Timestamp, un punto e il corpo',
            en: 'HMAC-SHA256 of X-Timestamp, a full stop and the body',
          },
        },
        {
          value: 'plain',
          label: { it: 'Firma HMAC-SHA256 del solo corpo', en: 'HMAC-SHA256 of the body alone' },
        },
      ],
    },
    {
      name: 'earlierSecret',
      kind: 'password',
      label: { it: 'Segreto di prima', en: 'Earlier secret' },
      help: {
        it: 'Vale anche questo, finché l’altro programma non è passato al nuovo.',
        en: 'This one holds too, until the other program has moved to the new one.',
      },
      required: false,
      secret: true,
      advanced: true,
    },
    {
      name: 'header',
      kind: 'text',
      label: { it: 'Intestazione della firma', en: 'Header of the signature' },
      required: false,
      advanced: true,
      defaultValue: 'x-signature',
    },
    {
      name: 'list',
      kind: 'text',
      label: { it: 'Dove sta l’elenco', en: 'Where the list is' },
      help: {
        it: 'Un puntatore JSON, per esempio /data/items. Vuoto se ogni consegna è una cosa sola.',
        en: 'A JSON pointer, such as /data/items. Empty when each delivery is one thing.',
      },
      required: false,
      advanced: true,
      defaultValue: '',
    },
    {
      name: 'mapping',
      kind: 'text',
      label: { it: 'Che cosa contiene', en: 'What it holds' },
      help: {
        it: 'JSON, per esempio {"places":{"text":"/commento","author":"/cliente/nome"}}. Vuoto: lo capiamo dai nomi.',
        en: 'JSON, such as {"places":{"text":"/comment","author":"/customer/name"}}. Empty: told by the names.',
      },
      required: false,
      advanced: true,
      defaultValue: '',
    },
    {
      name: 'zone',
      kind: 'text',
      label: { it: 'Fuso orario delle date senza fuso', en: 'Time zone of dates without one' },
      required: false,
      advanced: true,
      defaultValue: 'Europe/Rome',
    },
    {
      name: 'keepAll',
      kind: 'toggle',
      label: {
        it: 'Tieni tutto, anche quello che nessun ascolto cerca',
        en: 'Keep everything, also what no watch asks for',
      },
      required: false,
      advanced: true,
      defaultValue: true,
    },
  ],
  capabilities: supportOf(
    { mentions: pushed, comments: pushed, reviews: pushed, 'direct-messages': pushed },
    {
      it: 'Chi ce lo porta non dice come rispondere: si risponde dove è stato scritto.',
      en: 'What brings it does not tell how to answer: answers are given where it was written.',
    },
  ),
  dataTerms: {
    keepContent: 'yes',
    profileAuthors: true,
    exportable: true,
    source: 'https://www.standardwebhooks.com/',
    checkedOn: '2026-11-22',
  },
  pollEveryMs: 24 * 60 * 60 * 1000,
  door: {
    help: {
      it: 'Scrivi questo indirizzo nell’altro programma, con lo stesso segreto: manderà qui quello che riceve, in JSON.',
      en: 'Enter this address in the other program, with the same secret: it will send here what it receives, as JSON.',
    },
  },
};
