import { type DestinationStream, pino } from 'pino';

/** The structured log: JSON lines, an object of facts first, a constant sentence after. Never message texts, addresses or tokens. */
export interface Log {
  debug(facts: object, sentence: string): void;
  info(facts: object, sentence: string): void;
  warn(facts: object, sentence: string): void;
  error(facts: object, sentence: string): void;
  child(facts: object): Log;
}

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Fields that are private wherever they turn up: a second wall, for the day somebody logs a whole object. */
const privateFields = [
  'password',
  'secret',
  'token',
  'accessToken',
  'refreshToken',
  'authorization',
  'cookie',
  'text',
  'email',
];

/** A log that writes to `destination` (standard output unless told otherwise) from `level` upwards. */
export const createLog = (options: {
  readonly level: LogLevel;
  readonly destination?: DestinationStream;
}): Log =>
  pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: privateFields.flatMap((field) => [field, `*.${field}`]), censor: '[private]' },
    },
    options.destination ?? pino.destination({ dest: 1, sync: true }),
  );

/** A log that says nothing: for tests and for commands whose output is data. */
export const silentLog: Log = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  child: () => silentLog,
};
