import path from 'node:path';
import { expect, test } from 'vitest';
import { notesOnFailures, type TestReport } from '../scripts/notes-on-failures.mjs';
import { projectFolder } from '../src/platform/paths.ts';

type Results = TestReport['testResults'][number]['assertionResults'];

const file = (name: string, status: string, assertionResults: Results, message = '') => ({
  name: path.join(projectFolder(), name),
  status,
  message,
  assertionResults,
});

test('what failed is told by file and test, with the beginning of why, without the colours of a terminal', () => {
  const notes = notesOnFailures({
    testResults: [
      file('test/a.test.ts', 'failed', [
        { status: 'passed', fullName: 'holds' },
        {
          status: 'failed',
          fullName: 'does not hold',
          failureMessages: ['\u001b[31mexpected 1\u001b[39m\n  to be 2'],
        },
      ]),
      file('test/b.test.ts', 'failed', [], 'Cannot find module x'),
      file('test/c.test.ts', 'passed', [{ status: 'passed', fullName: 'well' }]),
    ],
  });
  expect(notes).toEqual([
    'test/a.test.ts: does not hold\n    expected 1\n      to be 2',
    'test/b.test.ts\n    Cannot find module x',
  ]);
});

test('a failure as long as a book is told by its beginning', () => {
  const [note] = notesOnFailures({
    testResults: [file('x.test.ts', 'failed', [], 'long '.repeat(10_000))],
  });
  expect(note?.length).toBeLessThan(500);
});
