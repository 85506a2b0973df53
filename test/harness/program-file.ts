import { isServerBuilt, serverProgram, sourceProgram } from '../../scripts/ensure-server-built.mjs';

/**
 * The program as `npx passaparola` would run it: bundled when that is up to date, as in a whole run of the tests,
 * else its sources, which take four times as long to start.
 */
export const programFile: string = isServerBuilt() ? serverProgram : sourceProgram;
