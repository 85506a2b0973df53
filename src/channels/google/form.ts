import { z } from 'zod';
import { OAuthTokensSchema } from '../authorise-kit/index.ts';
import type { SettingsField, Words } from '../contract.ts';

export const apiUrlSchema = (usual: string) =>
  z
    .url({ protocol: /^https?$/ })
    .max(300)
    .transform((url) => url.replace(/\/+$/, ''))
    .default(usual);

/** `…apps.googleusercontent.com`, as the Cloud console shows it. */
export const clientIdSchema = z
  .string()
  .trim()
  .regex(/^[\w.-]{10,200}$/);

export const GoogleSecretsSchema = z
  .object({ clientSecret: z.string().trim().min(1).max(200) })
  .extend(OAuthTokensSchema.shape);
export type GoogleSecrets = z.infer<typeof GoogleSecretsSchema>;

/** The company's own app at Google. */
export const googleFields = (usual: string): readonly SettingsField[] => [
  {
    name: 'clientId',
    kind: 'text',
    label: { it: 'ID client', en: 'Client ID' },
    help: {
      it: 'Finisce con apps.googleusercontent.com.',
      en: 'It ends with apps.googleusercontent.com.',
    },
    placeholder: '123456-abc.apps.googleusercontent.com',
    required: true,
  },
  {
    name: 'clientSecret',
    kind: 'password',
    label: { it: 'Client secret', en: 'Client secret' },
    required: true,
    secret: true,
  },
  {
    name: 'apiUrl',
    kind: 'url',
    label: { it: 'Indirizzo dell’API', en: 'Address of the API' },
    required: false,
    advanced: true,
    defaultValue: usual,
  },
];

/** What to do at Google before the form can be filled. `apis` as the console's library names them. */
export const googleSteps = (apis: readonly string[]): readonly Words[] => [
  {
    it: 'Su console.cloud.google.com crea un progetto, con l’account Google dell’azienda.',
    en: 'On console.cloud.google.com create a project, with the company’s Google account.',
  },
  {
    it: `In API e servizi > Libreria abilita: ${apis.join(', ')}.`,
    en: `Under APIs & Services > Library enable: ${apis.join(', ')}.`,
  },
  {
    it: 'In Schermata consenso OAuth scegli Esterno e metti l’app In produzione: finché resta In test Google ritira il permesso ogni sette giorni.',
    en: 'On the OAuth consent screen choose External and put the app In production: while it stays in Testing Google withdraws the permission every seven days.',
  },
  {
    it: 'In Credenziali crea un ID client OAuth di tipo Applicazione web, con l’indirizzo di ritorno scritto qui sotto. Copia ID client e client secret.',
    en: 'Under Credentials create an OAuth client ID of type Web application, with the address of return given below. Copy client ID and client secret.',
  },
];
