import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './node24.mjs';

/** How much of a failure is told again at the end, in characters: what it was, not all of it. */
const enough = 400;

/**
 * What failed in a run of vitest (its JSON report), a line or two each: the file, the test, how the failure begins.
 * Told again at the very end, because a record that keeps only the last lines of a run would not say what went wrong.
 */
export const notesOnFailures = (report) =>
  report.testResults
    .filter(({ status, assertionResults }) => status === 'failed' || assertionResults.some(failed))
    .flatMap((file) => {
      const name = path.relative(root, file.name);
      const tests = file.assertionResults.filter(failed);
      if (tests.length === 0) return [`${name}\n    ${beginning(file.message)}`];
      return tests.map((test) => `${name}: ${test.fullName}\n    ${beginning(test.failureMessages?.[0])}`);
    });

const failed = ({ status }) => status === 'failed';

const beginning = (message) =>
  stripVTControlCharacters(message ?? 'nessun messaggio')
    .trim()
    .split('\n')
    .slice(0, 6)
    .join('\n    ')
    .slice(0, enough);
