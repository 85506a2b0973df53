import { spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';

/** The system's Python, for which Debian's python3-networkx and python3-igraph are installed. */
const python = '/usr/bin/python3';

/**
 * Runs a program in Python that finds `given` (whatever JSON holds) and prints one JSON value, which is the answer; the
 * names `networkx`, `igraph` and `json` are there. What it says on stderr is the error.
 */
export const askPython = async <Answer>(program: string, given: unknown): Promise<Answer> => {
  const child = spawn(python, [
    '-c',
    `import json, sys, networkx, igraph\ngiven = json.load(sys.stdin)\n${program}`,
  ]);
  // A test that has waited too long must not leave it running.
  onTestFinished(() => void child.kill());
  const heard: Buffer[] = [];
  const complaints: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => heard.push(part));
  child.stderr.on('data', (part: Buffer) => complaints.push(part));
  child.stdin.end(JSON.stringify(given));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`python ended with ${code}: ${Buffer.concat(complaints)}`);
  return JSON.parse(Buffer.concat(heard).toString()) as Answer;
};
