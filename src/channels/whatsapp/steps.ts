import type { Words } from '../contract.ts';

/** From nothing to a number that answers; https://developers.facebook.com/documentation/business-messaging/whatsapp/get-started, checked on 2026-11-22. */
export const whatsappSteps: readonly Words[] = [
  {
    it: 'Serve un numero che non sia usato nell’app WhatsApp normale (o lo si toglie prima da lì), e un portfolio business su business.facebook.com.',
    en: 'You need a number that is not used in the ordinary WhatsApp app (or is taken off it first), and a business portfolio on business.facebook.com.',
  },
  {
    it: 'Su developers.facebook.com > Le mie app > Crea app, scegli il caso d’uso «Connettiti con i clienti su WhatsApp» e il vostro portfolio.',
    en: 'On developers.facebook.com > My apps > Create app, choose the use case “Connect with customers through WhatsApp” and your portfolio.',
  },
  {
    it: 'In WhatsApp > Configurazione dell’API aggiungi e verifica il numero; copia qui sotto l’ID del numero e l’ID dell’account WhatsApp Business.',
    en: 'Under WhatsApp > API Setup add and verify the number; copy the phone number ID and the WhatsApp Business account ID below.',
  },
  {
    it: 'Su business.facebook.com > Impostazioni > Utenti di sistema crea un utente di sistema, dagli l’app e l’account WhatsApp con controllo completo, e genera un token senza scadenza con whatsapp_business_messaging e whatsapp_business_management. Per un numero vostro non serve la revisione di Meta.',
    en: 'On business.facebook.com > Settings > System users make a system user, give it the app and the WhatsApp account with full control, and generate a token that does not expire with whatsapp_business_messaging and whatsapp_business_management. For a number of your own no review by Meta is needed.',
  },
  {
    it: 'In Impostazioni dell’app > Di base copia ID app e Chiave segreta; incolla lì anche l’indirizzo della vostra informativa sulla privacy, e pubblica l’app (In tempo reale).',
    en: 'Under App settings > Basic copy App ID and App secret; enter the address of your privacy notice there too, and publish the app (Live).',
  },
  {
    it: 'Premi Collega. Poi apri «Indirizzo di consegna» nel menu di questo canale e porta indirizzo e token di verifica in WhatsApp > Configurazione della tua app, iscrivendoti al campo messages. Senza questo passo non arriva niente.',
    en: 'Press Connect. Then open “Delivery address” in the menu of this channel and bring the address and the verify token to WhatsApp > Configuration of your app, subscribing to the field messages. Without this step nothing arrives.',
  },
];
