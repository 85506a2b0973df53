import type { Manifest } from '../contract.ts';
import {
  appIdField,
  appSecretField,
  earlierSecretField,
  GRAPH_HOST,
  hostField,
  versionField,
} from '../meta/fields.ts';
import { supportOf } from '../support-of.ts';
import { whatsappSteps } from './steps.ts';

export const whatsappManifest: Manifest = {
  id: 'whatsapp',
  name: { it: 'WhatsApp', en: 'WhatsApp' },
  summary: {
    it: 'I messaggi al numero WhatsApp dell’azienda arrivano qui, e da qui si risponde entro 24 ore. Serve un numero sulla piattaforma WhatsApp Business e un’app Meta vostra.',
    en: 'Messages to the company’s WhatsApp number arrive here and are answered from here within 24 hours. It takes a number on the WhatsApp Business Platform and a Meta app of your own.',
  },
  icon: 'message-circle',
  auth: 'password',
  steps: whatsappSteps,
  fields: [
    appIdField,
    appSecretField,
    {
      name: 'phoneNumberId',
      kind: 'text',
      label: { it: 'ID del numero di telefono', en: 'Phone number ID' },
      help: {
        it: 'Non il numero: l’identificativo che si legge accanto, in WhatsApp > Configurazione dell’API.',
        en: 'Not the number: the identifier that stands beside it, under WhatsApp > API Setup.',
      },
      placeholder: '106540352242922',
      required: true,
    },
    {
      name: 'businessAccountId',
      kind: 'text',
      label: { it: 'ID dell’account WhatsApp Business', en: 'WhatsApp Business account ID' },
      help: {
        it: 'Nella stessa pagina. Serve a dire a Meta di portare qui i messaggi.',
        en: 'On the same page. With it we tell Meta to bring the messages here.',
      },
      placeholder: '102290129340398',
      required: true,
    },
    {
      name: 'accessToken',
      kind: 'password',
      label: { it: 'Token dell’utente di sistema', en: 'Token of the system user' },
      help: {
        it: 'Senza scadenza, con whatsapp_business_messaging e whatsapp_business_management. Quello della pagina di prova vale un giorno solo.',
        en: 'Without an end, with whatsapp_business_messaging and whatsapp_business_management. That of the trial page holds for a day only.',
      },
      required: true,
      secret: true,
    },
    earlierSecretField,
    hostField('apiUrl', GRAPH_HOST),
    versionField,
  ],
  capabilities: supportOf(
    {
      'direct-messages': {
        how: 'push',
        why: {
          it: 'Arrivano solo mentre ci vengono portati: WhatsApp non lascia rileggere i messaggi passati. Meta riprova per sette giorni se non rispondiamo. Foto, vocali e documenti si aprono da qui finché Meta li tiene, circa una settimana.',
          en: 'They come only as they are brought: WhatsApp does not let past messages be read. Meta tries for seven days when we do not answer. Pictures, voice messages and documents are opened from here as long as Meta keeps them, about a week.',
        },
      },
      reply: {
        how: 'push',
        why: {
          it: 'Entro 24 ore dall’ultimo messaggio della persona. Dopo serve un modello approvato, a pagamento: da qui si scelgono e si riempiono quelli di solo testo.',
          en: 'Within 24 hours of the person’s last message. After that it takes an approved template, which is paid: those of words alone are chosen and filled in here.',
        },
      },
      image: { how: 'push' },
      retract: {
        how: 'absent',
        why: {
          it: 'WhatsApp non lascia ritirare un messaggio inviato così.',
          en: 'WhatsApp does not let a message sent this way be taken back.',
        },
      },
      'alt-text': {
        how: 'absent',
        why: {
          it: 'WhatsApp non ha un posto per la descrizione di un’immagine: scrivila nel testo.',
          en: 'WhatsApp has no place for the description of an image: put it into the text.',
        },
      },
    },
    {
      it: 'WhatsApp è fatto di conversazioni private: non c’è altro da leggere o pubblicare.',
      en: 'WhatsApp is made of private conversations: there is nothing else to read or publish.',
    },
  ),
  dataTerms: {
    keepContent: 'yes',
    // What people write to a company may serve that conversation, not a profile of them (WhatsApp Business Messaging Policy).
    profileAuthors: false,
    exportable: true,
    source: 'https://business.whatsapp.com/policy',
    checkedOn: '2026-11-22',
  },
  pollEveryMs: 24 * 60 * 60 * 1000,
  door: {
    help: {
      it: 'Nella vostra app Meta: WhatsApp > Configurazione > Webhook. Incolla questo indirizzo e il token di verifica, premi Verifica e salva, poi iscriviti al campo messages.',
      en: 'In your Meta app: WhatsApp > Configuration > Webhook. Paste this address and the verify token, press Verify and save, then subscribe to the field messages.',
    },
    token: { it: 'Token di verifica', en: 'Verify token' },
  },
};
