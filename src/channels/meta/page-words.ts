import type { SettingsField, Words } from '../contract.ts';

export const pageField: SettingsField = {
  name: 'page',
  kind: 'text',
  label: { it: 'Quale Pagina', en: 'Which Page' },
  help: {
    it: 'Il nome o il numero della Pagina Facebook. Se ne gestite una sola si può lasciare vuoto.',
    en: 'The name or the number of the Facebook Page. It may stay empty when you manage only one.',
  },
  placeholder: 'Cantina Rossi',
  required: false,
  defaultValue: '',
};

export const humanAgentField: SettingsField = {
  name: 'humanAgent',
  kind: 'toggle',
  label: { it: 'La nostra app ha la funzione Human Agent', en: 'Our app has the feature Human Agent' },
  help: {
    it: 'Chiesta a Meta e approvata: ai messaggi si risponde allora entro 7 giorni anziché 24 ore, e solo di persona.',
    en: 'Asked of Meta and approved: messages may then be answered within 7 days instead of 24 hours, and only by people.',
  },
  required: false,
  advanced: true,
  defaultValue: false,
};

/** From nothing to a filled form: https://developers.facebook.com/docs/development/create-an-app/, checked on 2026-11-22. */
export const pageSteps = (useCases: Words, permissions: string): readonly Words[] => [
  {
    it: 'Su developers.facebook.com entra con l’account che gestisce la Pagina, registrati come sviluppatore, poi Le mie app > Crea app. Scegli «Altro» > «Azienda» e collega il vostro portfolio business.',
    en: 'Sign in at developers.facebook.com with the account that manages the Page, register as a developer, then My apps > Create app. Choose “Other” > “Business” and link your business portfolio.',
  },
  useCases,
  {
    it: `Nei casi d’uso aggiungi i permessi ${permissions}. Per una Pagina vostra basta l’accesso standard, senza revisione di Meta, se chi collega ha un ruolo nell’app; gli avvisi su persone che non hanno un ruolo chiedono l’app pubblicata (In tempo reale), e per alcuni permessi l’accesso avanzato, che Meta rivede.`,
    en: `In the use cases add the permissions ${permissions}. For a Page of your own standard access is enough, without a review by Meta, when whoever connects has a role in the app; notices about people without a role need the app to be published (Live), and for some permissions advanced access, which Meta reviews.`,
  },
  {
    it: 'In Facebook Login for Business > Impostazioni metti l’indirizzo di ritorno qui sotto tra gli «URI di reindirizzamento OAuth validi».',
    en: 'Under Facebook Login for Business > Settings put the address of return below among the “Valid OAuth redirect URIs”.',
  },
  {
    it: 'In Impostazioni dell’app > Di base copia ID app e Chiave segreta, metti l’indirizzo della vostra informativa sulla privacy, e pubblica l’app.',
    en: 'Under App settings > Basic copy App ID and App secret, enter the address of your privacy notice, and publish the app.',
  },
  {
    it: 'Premi Continua e, quando Facebook lo chiede, spunta la vostra Pagina e tutti i permessi. Poi apri «Indirizzo di consegna» nel menu del canale per gli avvisi e per la cancellazione dei dati.',
    en: 'Press Continue and, when Facebook asks, tick your Page and all permissions. Then open “Delivery address” in the channel’s menu for notices and for the deletion of data.',
  },
];

/** Where the door's address goes: the webhook, and the two callbacks that Meta asks of every app. */
export const callbackHelp = (object: Words, fields: string): Words => ({
  it: `Nella vostra app Meta: Webhooks > ${object.it}: incolla questo indirizzo e il token di verifica, poi iscriviti a ${fields}. In Impostazioni dell’app > Di base > Richiesta di eliminazione dei dati incolla lo stesso indirizzo con /data-deletion alla fine; in Facebook Login > Impostazioni > Revoca dell’autorizzazione lo stesso con /deauthorise.`,
  en: `In your Meta app: Webhooks > ${object.en}: paste this address and the verify token, then subscribe to ${fields}. Under App settings > Basic > User data deletion paste the same address with /data-deletion at its end; under Facebook Login > Settings > Deauthorize callback the same with /deauthorise.`,
});
