import { createGuardedFetch, type GuardedFetch } from '../../platform/fetch/index.ts';
import type { Platform } from '../../platform/platform.ts';

/** What asking a language model takes. */
export type Assistant = Pick<Platform, 'database' | 'clock' | 'sealer' | 'jobs'> & {
  readonly http: Pick<GuardedFetch, 'request'>;
  close(): Promise<void>;
};

/** The longest that anybody may choose to wait for an answer. Milliseconds. */
const LONGEST_WAIT_MS = 120_000;

/**
 * The platform's own guard with the same exceptions and more patience: a model of the house may think for a minute before the
 * first byte of its answer, which the platform's own limit for headers does not allow.
 */
export const createAssistant = (platform: Platform): Assistant => {
  const { database, clock, sealer, jobs, config } = platform;
  const http = createGuardedFetch({
    allowPrivateAddresses: config.allowPrivateAddresses,
    userAgent: 'Passaparola (+https://www.gnu.org/licenses/agpl-3.0.html)',
    limits: { maxBytes: 1_000_000, headersTimeoutMs: LONGEST_WAIT_MS, totalTimeoutMs: LONGEST_WAIT_MS },
  });
  return { database, clock, sealer, jobs, http, close: http.close };
};
