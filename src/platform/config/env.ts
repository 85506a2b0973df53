import { z } from 'zod';
import { logLevels } from '../log.ts';

/** One variable of the environment: how it is read, and what it is for in words. */
export interface Variable {
  readonly schema: z.ZodType<string | undefined>;
  readonly meaning: { readonly it: string; readonly en: string };
  /** A value that would do, for the remedy of a wrong one. */
  readonly example: string;
  /** Its value must not be printed. */
  readonly secret?: true;
}

const text = z.string().trim().optional();

const whole = (least: number, most: number) =>
  text.refine(
    (value) =>
      value === undefined || (/^\d+$/.test(value) && Number(value) >= least && Number(value) <= most),
    {
      params: {
        it: `deve essere un numero intero tra ${least} e ${most}`,
        en: `must be a whole number between ${least} and ${most}`,
      },
    },
  );

const oneOf = (values: readonly string[]) =>
  text.refine((value) => value === undefined || values.includes(value), {
    params: { it: `deve essere uno tra: ${values.join(', ')}`, en: `must be one of: ${values.join(', ')}` },
  });

const url = (...schemes: readonly string[]) =>
  text.refine(
    (value) => value === undefined || schemes.includes(URL.parse(value)?.protocol.slice(0, -1) ?? ''),
    {
      params: {
        it: `deve essere un indirizzo completo che comincia con ${schemes.map((one) => `${one}://`).join(' o ')}`,
        en: `must be a complete address that begins with ${schemes.map((one) => `${one}://`).join(' or ')}`,
      },
    },
  );

/** Every variable that the program reads. An empty one counts as absent. */
export const variables = {
  PASSAPAROLA_DATA: {
    schema: text,
    meaning: { it: 'la cartella dei dati', en: 'the data folder' },
    example: '/var/lib/passaparola',
  },
  DATABASE_URL: {
    schema: url('postgres', 'postgresql'),
    meaning: { it: 'un PostgreSQL esterno (15 o più recente)', en: 'an external PostgreSQL (15 or newer)' },
    example: 'postgres://passaparola:segreto@db.example.it/passaparola',
    secret: true,
  },
  PASSAPAROLA_DATABASE_POOL: {
    schema: whole(2, 500),
    meaning: { it: 'quante connessioni al database', en: 'how many connections to the database' },
    example: '10',
  },
  PASSAPAROLA_HOST: {
    schema: text,
    meaning: { it: "l'indirizzo su cui ascoltare", en: 'the address to listen on' },
    example: '127.0.0.1',
  },
  PASSAPAROLA_PORT: {
    schema: whole(0, 65_535),
    meaning: { it: 'la porta (0: una libera)', en: 'the port (0: any free one)' },
    example: '4321',
  },
  PORT: {
    schema: whole(0, 65_535),
    meaning: {
      it: 'la porta, quando manca PASSAPAROLA_PORT',
      en: 'the port, when PASSAPAROLA_PORT is absent',
    },
    example: '4321',
  },
  PASSAPAROLA_URL: {
    schema: url('http', 'https'),
    meaning: { it: "l'indirizzo che scrivono le persone", en: 'the address that people type' },
    example: 'https://passaparola.example.it',
  },
  PASSAPAROLA_TRUST_PROXY: {
    schema: oneOf(['0', '1', 'true', 'false']),
    meaning: {
      it: 'se davanti c’è un proxy nostro che dice da dove viene chi chiama',
      en: 'whether a proxy of ours stands in front and tells where callers come from',
    },
    example: '1',
  },
  PASSAPAROLA_KEY_FILE: {
    schema: text,
    meaning: {
      it: 'il file della chiave che cifra i segreti',
      en: 'the file of the key that encrypts secrets',
    },
    example: '/etc/passaparola/secret.key',
  },
  PASSAPAROLA_ALLOW_ADDRESSES: {
    schema: text,
    meaning: {
      it: 'indirizzi IP della propria rete che il programma può raggiungere (per esempio il server di posta)',
      en: 'IP addresses of the own network that the program may reach (the mail server, for instance)',
    },
    example: '192.168.1.10,fd00::10',
  },
  PASSAPAROLA_LOG: {
    schema: oneOf(logLevels),
    meaning: { it: 'quanto scrivere nel registro', en: 'how much to log' },
    example: 'info',
  },
  PASSAPAROLA_SMTP_URL: {
    schema: url('smtp', 'smtps'),
    meaning: {
      it: 'il server che spedisce inviti e avvisi',
      en: 'the server that sends invitations and notices',
    },
    example: 'smtps://utente:segreto@smtp.example.it',
    secret: true,
  },
  PASSAPAROLA_MAIL_FROM: {
    schema: text,
    meaning: { it: 'il mittente di inviti e avvisi', en: 'the sender of invitations and notices' },
    example: 'Passaparola <passaparola@example.it>',
  },
  PASSAPAROLA_METRICS_TOKEN: {
    schema: text,
    meaning: { it: 'la parola che apre /metrics', en: 'the word that opens /metrics' },
    example: 'una-parola-lunga-e-casuale',
    secret: true,
  },
  PASSAPAROLA_SOURCE_URL: {
    schema: url('http', 'https'),
    meaning: {
      it: 'dove chi usa il programma trova il codice sorgente di questa versione (AGPL, articolo 13)',
      en: 'where those who use the program find the source code of this version (AGPL, section 13)',
    },
    example: 'https://codice.example.it/passaparola',
  },
  PASSAPAROLA_DEMO: {
    schema: oneOf(['0', '1', 'true', 'false']),
    meaning: { it: 'aprire la dimostrazione', en: 'open the demo' },
    example: '1',
  },
} as const satisfies Record<string, Variable>;

export type VariableName = keyof typeof variables;
export type Environment = Readonly<Partial<Record<VariableName, string>>>;

export const variableNames = Object.keys(variables) as readonly VariableName[];
