import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import { socketFile } from './postgres-place.ts';
import { birthOf, pidRealm } from './process-facts.ts';

const holderSchema = z.object({
  pid: z.number().int(),
  /** When it took the folder, ISO 8601. */
  since: z.string(),
  /** Where its pages are, or what it is doing. */
  address: z.string(),
  birth: z.string(),
  realm: z.string(),
});
export type LockHolder = z.infer<typeof holderSchema>;

export interface DataFolderLock {
  /** Tells the next one who comes where we answer, now that the port is known. */
  announce(address: string): void;
  release(): void;
}

/**
 * Takes a data folder for this process alone, or says who has it. A holder that died (`kill -9`, power cut) holds nothing:
 * a pid counts only together with its moment of birth, and in another boot or container only when its database still answers.
 */
export const takeDataFolder = async (
  folder: string,
  about: { readonly address: string; readonly now: Date },
): Promise<Result<DataFolderLock, LockHolder>> => {
  const file = path.join(folder, 'lock');
  const mine: LockHolder = {
    pid: process.pid,
    since: about.now.toISOString(),
    address: about.address,
    birth: birthOf(process.pid),
    realm: pidRealm(),
  };
  for (;;) {
    if (write(file, mine)) return ok(heldLock(file, mine));
    const found = await readSettled(file);
    if (found && (await isAlive(found, folder))) return err(found);
    setAside(file, found);
  }
};

/** Who has the folder now, if anybody alive does. */
export const dataFolderHolder = async (folder: string): Promise<LockHolder | undefined> => {
  const found = read(path.join(folder, 'lock'));
  return found && (await isAlive(found, folder)) ? found : undefined;
};

const heldLock = (file: string, mine: LockHolder): DataFolderLock => ({
  announce: (address) => {
    const draft = `${file}.${randomUUID()}`;
    fs.writeFileSync(draft, JSON.stringify({ ...mine, address }), { mode: 0o600 });
    fs.renameSync(draft, file);
  },
  release: () => {
    if (read(file)?.pid === mine.pid) fs.rmSync(file, { force: true });
  },
});

const write = (file: string, holder: LockHolder): boolean => {
  try {
    fs.writeFileSync(file, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
};

const read = (file: string): LockHolder | undefined => {
  try {
    return holderSchema.safeParse(JSON.parse(fs.readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
};

/** A lock is created and filled in two steps: an empty one may be half a moment old, so look again before calling it broken. */
const readSettled = async (file: string): Promise<LockHolder | undefined> => {
  for (let look = 0; look < 20; look += 1) {
    const holder = read(file);
    if (holder || !fs.existsSync(file)) return holder;
    await pause(25);
  }
  return undefined;
};

const isAlive = async (holder: LockHolder, folder: string): Promise<boolean> =>
  holder.realm === pidRealm() ? birthOf(holder.pid) === holder.birth : await answers(socketFile(folder));

const answers = (socket: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = net.connect(socket);
    probe.once('connect', () => resolve(true)).once('error', () => resolve(false));
    probe.once('connect', () => probe.destroy());
  });

/** Two may find the same dead lock at once: whoever moved a living one by mistake puts it back. */
const setAside = (file: string, dead: LockHolder | undefined): void => {
  const aside = `${file}.${randomUUID()}`;
  try {
    fs.renameSync(file, aside);
  } catch {
    return;
  }
  const moved = read(aside);
  if (moved && JSON.stringify(moved) !== JSON.stringify(dead)) fs.renameSync(aside, file);
  else fs.rmSync(aside, { force: true });
};
