import type { Manifest } from '../contract.ts';
import { supportOf } from '../support-of.ts';
import { TELEGRAM_API } from './call-bot.ts';

const push = { how: 'push' } as const;

export const telegramManifest: Manifest = {
  id: 'telegram',
  name: { it: 'Telegram', en: 'Telegram' },
  summary: {
    it: 'Un bot vostro: chi gli scrive in privato, i gruppi dove l’avete messo, il vostro canale e i suoi commenti.',
    en: 'A bot of yours: whoever writes to it in private, the groups that you put it in, your channel and its comments.',
  },
  icon: 'send',
  auth: 'password',
  fields: [
    {
      name: 'token',
      kind: 'password',
      label: { it: 'Codice del bot', en: 'Token of the bot' },
      help: {
        it: 'In Telegram scrivete a @BotFather, /newbot, e copiate qui il codice che vi dà. Serve un bot solo per questo: quello degli avvisi è un altro.',
        en: 'In Telegram write to @BotFather, /newbot, and copy here the token that it gives you. It takes a bot for this alone: the one of the alerts is another.',
      },
      placeholder: '123456:ABC-DEF…',
      required: true,
      secret: true,
    },
    {
      name: 'publishTo',
      kind: 'text',
      label: { it: 'Il vostro canale', en: 'Your channel' },
      help: {
        it: 'Dove pubblicare, per esempio @cantinaboschetto: il bot dev’essere tra gli amministratori. Si può lasciare vuoto.',
        en: 'Where to publish, such as @cantinaboschetto: the bot must be among its admins. It may stay empty.',
      },
      placeholder: '@cantinaboschetto',
      required: false,
      defaultValue: '',
    },
    {
      name: 'keepAll',
      kind: 'toggle',
      label: {
        it: 'Tieni tutto quello che il bot legge nei gruppi',
        en: 'Keep everything that the bot reads in groups',
      },
      help: {
        it: 'Se no, solo ciò che è rivolto a voi o che i vostri ascolti cercano.',
        en: 'If not, only what is said to you or what your watches look for.',
      },
      required: false,
      defaultValue: true,
    },
    {
      name: 'way',
      kind: 'choice',
      label: { it: 'Come arrivano i messaggi', en: 'How messages arrive' },
      required: false,
      advanced: true,
      defaultValue: 'auto',
      choices: [
        {
          value: 'auto',
          label: {
            it: 'Ce li porta Telegram, dove ci raggiunge',
            en: 'Telegram brings them, where it can reach us',
          },
        },
        { value: 'ask', label: { it: 'Li chiediamo sempre noi', en: 'We always ask for them' } },
      ],
    },
    {
      name: 'apiUrl',
      kind: 'url',
      label: { it: 'Indirizzo dell’API', en: 'Address of the API' },
      help: {
        it: 'Solo per chi ha un server dell’API dei bot in casa.',
        en: 'Only for those who run a server of the Bot API of their own.',
      },
      required: false,
      advanced: true,
      defaultValue: TELEGRAM_API,
    },
  ],
  capabilities: supportOf(
    {
      mentions: push,
      comments: {
        how: 'push',
        why: {
          it: 'Quelli del vostro canale, se il bot è nel gruppo di discussione.',
          en: 'Those of your channel, if the bot is in its discussion group.',
        },
      },
      'direct-messages': push,
      reply: push,
      publish: {
        how: 'push',
        why: { it: 'Sul canale indicato qui.', en: 'On the channel named here.' },
      },
      image: push,
      retract: {
        how: 'push',
        why: {
          it: 'Entro 48 ore; dopo, solo dove il bot è amministratore.',
          en: 'Within 48 hours; afterwards only where the bot is an admin.',
        },
      },
      search: {
        how: 'absent',
        why: {
          it: 'Telegram non lascia cercare ai bot: si sente solo dove il bot è presente.',
          en: 'Telegram lets no bot search: it only hears where it is.',
        },
      },
      stream: {
        how: 'absent',
        why: {
          it: 'Dove Telegram ci raggiunge i messaggi arrivano subito; altrove entro pochi secondi.',
          en: 'Where Telegram reaches us, messages come at once; elsewhere within seconds.',
        },
      },
      edit: {
        how: 'absent',
        why: {
          it: 'Da qui un messaggio si ritira e si riscrive.',
          en: 'From here a message is taken back and written anew.',
        },
      },
      'alt-text': {
        how: 'absent',
        why: {
          it: 'Su Telegram le immagini non hanno descrizione: ditelo nel testo.',
          en: 'Pictures have no description on Telegram: say it in the text.',
        },
      },
    },
    { it: 'Telegram non lo offre ai bot.', en: 'Telegram does not offer it to bots.' },
  ),
  dataTerms: {
    keepContent: 'yes',
    profileAuthors: true,
    exportable: true,
    source: 'https://telegram.org/tos/bot-developers',
    checkedOn: '2026-11-22',
  },
  pollEveryMs: 15_000,
};
