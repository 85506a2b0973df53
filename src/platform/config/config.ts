import net from 'node:net';
import path from 'node:path';
import type { z } from 'zod';
import type { LogLevel } from '../log.ts';
import { err, ok, type Result } from '../result.ts';
import { type Environment, type VariableName, variableNames, variables } from './env.ts';

/** How this installation is set up: made once from the environment, then only handed on. */
export interface Config {
  /** Absolute. */
  readonly dataDir: string;
  /** An external PostgreSQL; without it we start our own in `dataDir`. */
  readonly databaseUrl?: string;
  readonly databasePoolSize: number;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** What people type, without a slash at the end. With port 0 its port is known only after listening. */
  readonly baseUrl: string;
  readonly trustProxy: boolean;
  readonly keyFile: string;
  /** Literal IPs that the guarded fetch may reach although they are private. */
  readonly allowPrivateAddresses: readonly string[];
  readonly logLevel: LogLevel;
  /** For the installation's own mail: invitations, notices. */
  readonly mail?: { readonly smtpUrl: string; readonly from: string };
  readonly metricsToken?: string;
  /** Where the source of the running version is, for those who use it (AGPL-3.0, section 13). */
  readonly sourceUrl?: string;
  readonly demo: boolean;
}

/** A variable that cannot be used: what is wrong with it and what to do. Its value is not repeated: it may be a secret. */
export interface ConfigProblem {
  readonly variable: VariableName;
  readonly wrong: { readonly it: string; readonly en: string };
  readonly remedy: { readonly it: string; readonly en: string };
}

/** What the environment leaves to the machine. */
export interface Surroundings {
  /** The home folder of the person or service that runs us. */
  readonly home: string;
  /** Relative paths start here. */
  readonly folder: string;
}

/** The configuration that `source` (usually `process.env`) describes, or everything that is wrong with it at once. Pure. */
export const readConfig = (
  source: Readonly<Record<string, string | undefined>>,
  surroundings: Surroundings,
): Result<Config, readonly ConfigProblem[]> => {
  const { environment, problems } = parse(source);
  const all = [...problems, ...check(environment)];
  return all.length > 0 ? err(all) : ok(compose(environment, surroundings));
};

const parse = (
  source: Readonly<Record<string, string | undefined>>,
): { readonly environment: Environment; readonly problems: readonly ConfigProblem[] } => {
  const environment: Partial<Record<VariableName, string>> = {};
  const problems: ConfigProblem[] = [];
  for (const name of variableNames) {
    const read = variables[name].schema.safeParse(source[name]?.trim() || undefined);
    if (!read.success) problems.push(problem(name, explanation(read.error)));
    else if (read.data !== undefined) environment[name] = read.data;
  }
  return { environment, problems };
};

const explanation = (error: z.ZodError): ConfigProblem['wrong'] => {
  const issue = error.issues[0];
  const params = issue?.code === 'custom' ? issue.params : undefined;
  return { it: String(params?.it ?? 'non si legge'), en: String(params?.en ?? 'cannot be read') };
};

const problem = (variable: VariableName, wrong: ConfigProblem['wrong']): ConfigProblem => ({
  variable,
  wrong,
  remedy: {
    it: `Correggila, per esempio ${variable}='${variables[variable].example}', oppure toglila.`,
    en: `Correct it, for example ${variable}='${variables[variable].example}', or remove it.`,
  },
});

/** What concerns the sense of a value, or of two together. */
const check = (environment: Environment): readonly ConfigProblem[] => {
  const problems: ConfigProblem[] = [];
  for (const address of listed(environment.PASSAPAROLA_ALLOW_ADDRESSES).filter(
    (one) => net.isIP(one) === 0,
  )) {
    problems.push(
      problem('PASSAPAROLA_ALLOW_ADDRESSES', {
        it: `«${address}» non è un indirizzo IP (i nomi non valgono)`,
        en: `"${address}" is not an IP address (names are not accepted)`,
      }),
    );
  }
  const { PASSAPAROLA_SMTP_URL: smtp, PASSAPAROLA_MAIL_FROM: from, PASSAPAROLA_URL: url } = environment;
  if (smtp && !from) {
    problems.push(
      problem('PASSAPAROLA_MAIL_FROM', {
        it: 'manca, ma PASSAPAROLA_SMTP_URL c’è: la posta ha bisogno di un mittente',
        en: 'is absent while PASSAPAROLA_SMTP_URL is there: mail needs a sender',
      }),
    );
  }
  const address = url && URL.parse(url);
  if (address && (address.pathname !== '/' || address.search || address.hash)) {
    problems.push(
      problem('PASSAPAROLA_URL', {
        it: 'deve finire con il nome del sito: un percorso dopo non è previsto',
        en: 'must end with the name of the site: a path after it is not supported',
      }),
    );
  }
  return problems;
};

const compose = (environment: Environment, { home, folder }: Surroundings): Config => {
  const dataDir = path.resolve(
    folder,
    environment.PASSAPAROLA_DATA ?? path.join(home, '.local/share/passaparola'),
  );
  const port = Number(environment.PASSAPAROLA_PORT ?? environment.PORT ?? 4321);
  const host = environment.PASSAPAROLA_HOST ?? '127.0.0.1';
  const { DATABASE_URL, PASSAPAROLA_SMTP_URL, PASSAPAROLA_MAIL_FROM, PASSAPAROLA_METRICS_TOKEN } =
    environment;
  return {
    dataDir,
    ...(DATABASE_URL && { databaseUrl: DATABASE_URL }),
    databasePoolSize: Number(environment.PASSAPAROLA_DATABASE_POOL ?? 10),
    host,
    port,
    baseUrl: environment.PASSAPAROLA_URL ? new URL(environment.PASSAPAROLA_URL).origin : localAddress(port),
    trustProxy: isOn(environment.PASSAPAROLA_TRUST_PROXY),
    keyFile: path.resolve(folder, environment.PASSAPAROLA_KEY_FILE ?? path.join(dataDir, 'secret.key')),
    allowPrivateAddresses: listed(environment.PASSAPAROLA_ALLOW_ADDRESSES),
    logLevel: (environment.PASSAPAROLA_LOG as LogLevel | undefined) ?? 'info',
    ...(PASSAPAROLA_SMTP_URL &&
      PASSAPAROLA_MAIL_FROM && { mail: { smtpUrl: PASSAPAROLA_SMTP_URL, from: PASSAPAROLA_MAIL_FROM } }),
    ...(PASSAPAROLA_METRICS_TOKEN && { metricsToken: PASSAPAROLA_METRICS_TOKEN }),
    ...(environment.PASSAPAROLA_SOURCE_URL && { sourceUrl: environment.PASSAPAROLA_SOURCE_URL }),
    demo: isOn(environment.PASSAPAROLA_DEMO),
  };
};

/** The address of this machine for a browser on it. */
export const localAddress = (port: number): string => `http://127.0.0.1:${port}`;

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

const listed = (value: string | undefined): readonly string[] =>
  (value ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
