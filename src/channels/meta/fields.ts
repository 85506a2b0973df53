import { z } from 'zod';
import type { SettingsField } from '../contract.ts';

/**
 * The version that every call names. A version holds for two years at least (https://developers.facebook.com/docs/graph-api/changelog/versions);
 * v25.0 is of February 2026, checked on 2026-11-22.
 */
export const GRAPH_VERSION = 'v25.0';
export const GRAPH_HOST = 'https://graph.facebook.com';

/** An origin, perhaps with a path in front of the version: without a slash at its end. */
export const hostSchema = (host: string) =>
  z
    .url({ protocol: /^https?$/ })
    .max(300)
    .transform((url) => url.replace(/\/+$/, ''))
    .default(host);

export const versionSchema = z
  .string()
  .trim()
  .regex(/^v\d{1,3}\.\d$/)
  .default(GRAPH_VERSION);

export const appIdSchema = z
  .string()
  .trim()
  .regex(/^\d{5,30}$/);

export const appIdField: SettingsField = {
  name: 'clientId',
  kind: 'text',
  label: { it: 'ID app', en: 'App ID' },
  help: {
    it: 'Su developers.facebook.com, nella vostra app: Impostazioni dell’app > Di base.',
    en: 'On developers.facebook.com, in your app: App settings > Basic.',
  },
  placeholder: '123456789012345',
  required: true,
};

export const appSecretField: SettingsField = {
  name: 'clientSecret',
  kind: 'password',
  label: { it: 'Chiave segreta dell’app', en: 'App secret' },
  help: {
    it: 'Nella stessa pagina, premendo Mostra. Con questa riconosciamo che un avviso viene davvero da Meta.',
    en: 'On the same page, behind Show. With it we tell that a notice really comes from Meta.',
  },
  required: true,
  secret: true,
};

export const earlierSecretField: SettingsField = {
  name: 'earlierClientSecret',
  kind: 'password',
  label: { it: 'Chiave segreta di prima', en: 'Earlier app secret' },
  help: {
    it: 'Se l’avete appena cambiata: vale anche quella di prima, finché non arriva tutto con la nuova.',
    en: 'If you have just changed it: the earlier one holds too, until everything comes with the new one.',
  },
  required: false,
  secret: true,
  advanced: true,
};

export const hostField = (name: string, host: string): SettingsField => ({
  name,
  kind: 'url',
  label: { it: 'Indirizzo dell’API', en: 'Address of the API' },
  required: false,
  advanced: true,
  defaultValue: host,
});

export const versionField: SettingsField = {
  name: 'apiVersion',
  kind: 'text',
  label: { it: 'Versione dell’API', en: 'Version of the API' },
  help: {
    it: 'Si cambia solo quando Meta ritira quella in uso.',
    en: 'Only to be changed when Meta withdraws the one in use.',
  },
  required: false,
  advanced: true,
  defaultValue: GRAPH_VERSION,
};

/** Both, while one is being changed. */
export const appSecretsOf = (secrets: {
  readonly clientSecret?: string | undefined;
  readonly earlierClientSecret?: string | undefined;
}): readonly string[] => [secrets.clientSecret, secrets.earlierClientSecret].flatMap((one) => one || []);
