import { createHash } from 'node:crypto';
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { twoFactor } from 'better-auth/plugins';
import { ownOrigins } from '../platform/http/same-origin.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { sendPasswordMail } from './actions/send-password-mail.ts';
import { passkeyPlace } from './model/passkey-place.ts';
import { passwordLength } from './model/person.ts';
import { authenticationTables } from './store/authentication-tables.ts';

/** Set by us on each request that we hand to the library, whatever the caller sent. */
export const CLIENT_ADDRESS_HEADER = 'x-passaparola-client-address';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/**
 * Signing in: passwords (scrypt), passkeys, codes by the clock, sessions. Nobody can sign themselves up: accounts
 * come from the set-up and from invitations (actions/). Keys are derived from the key file, newest first, so that
 * what an older key encrypted still opens after a rotation.
 */
export const createAuthentication = (platform: Platform) => {
  const { config, database, log, sealer } = platform;
  return betterAuth({
    appName: 'Passaparola',
    baseURL: config.baseUrl,
    basePath: '/api/auth',
    secrets: sealer.deriveKeys('session').map(asSecret),
    trustedOrigins: (request) => [...ownOrigins(config.baseUrl, request?.url)],
    database: drizzleAdapter(database.installation, {
      provider: 'pg',
      schema: authenticationTables,
      transaction: true,
    }),
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (_level, message) => log.warn({ reason: message }, 'signing in met a problem'),
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 60 * MINUTE,
      ...(config.mail && { sendResetPassword: sendPasswordMail(platform) }),
    },
    user: {
      additionalFields: {
        language: { type: 'string', input: false },
        timeZone: { type: 'string', input: false },
        theme: { type: 'string', input: false },
        density: { type: 'string', input: false },
      },
    },
    session: { expiresIn: 30 * DAY, updateAge: DAY, freshAge: DAY },
    verification: { storeIdentifier: 'hashed' },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 10,
      max: 100,
      customRules: {
        '/sign-in/email': { window: MINUTE, max: 10 },
        '/reset-password': { window: MINUTE, max: 10 },
        '/get-session': false,
      },
    },
    advanced: {
      cookiePrefix: 'passaparola',
      useSecureCookies: config.baseUrl.startsWith('https:'),
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    plugins: [
      twoFactor({
        issuer: 'Passaparola',
        backupCodeOptions: { storeBackupCodes: 'encrypted' },
        accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 15 * MINUTE },
      }),
      passkey({ rpName: 'Passaparola', ...passkeyPlace(config.baseUrl) }),
    ],
  });
};

export type Authentication = ReturnType<typeof createAuthentication>;

/** The library names keys by a number: one that stays with its key when others come and go. */
const asSecret = (key: Buffer) => ({
  version: createHash('sha256').update(key).digest().readUInt32BE(0),
  value: key.toString('base64url'),
});
