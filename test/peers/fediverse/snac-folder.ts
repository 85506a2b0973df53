import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const snacProgram = '/opt/passaparola-peers/snac2/usr/bin/snac';

export interface SnacPlace {
  /** Where its files are kept. */
  readonly folder: string;
  /** The loopback address it listens on. */
  readonly address: string;
  readonly port: number;
  /** Its name towards the world: the address, with the port unless that is 80. */
  readonly name: string;
}

/** Creates snac's files with `snac init`, and lets it speak plain http, since the peers live on loopback. */
export async function createSnacFolder({ folder, address, port, name }: SnacPlace): Promise<void> {
  if (!existsSync(snacProgram)) {
    throw new Error('snac2 is not there: run test/peers/fediverse/install-snac2.sh as root.');
  }
  await runSnac(['init', folder], `${address}\n${port}\n${name}\n\n\n`);
  const settings = path.join(folder, 'server.json');
  const written: unknown = JSON.parse(readFileSync(settings, 'utf8'));
  writeFileSync(settings, JSON.stringify({ ...Object(written), protocol: 'http', dbglevel: 1 }));
}

/** Adds a user and returns the password snac chose. */
export async function addSnacUser(folder: string, user: string): Promise<string> {
  const said = await runSnac(['adduser', folder, user]);
  const password = /User password is (\S+)/.exec(said)?.[1];
  if (password === undefined) throw new Error(`snac adduser ${user}: ${said}`);
  return password;
}

/** Runs one command of the snac program and returns what it printed. */
export function runSnac(words: readonly string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(snacProgram, [...words], { timeout: 20_000 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`snac ${words[0]}: ${stderr}`));
      else resolve(stdout);
    });
    child.stdin?.end(input);
  });
}
