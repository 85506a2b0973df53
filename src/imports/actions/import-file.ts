import fs from 'node:fs/promises';
import path from 'node:path';
import type { WorkspaceId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';

/** Where an import's file lies until it has been read: named by ids alone. */
export const filePath = (
  { config }: Pick<Platform, 'config'>,
  workspaceId: WorkspaceId,
  id: string,
): string => path.join(config.dataDir, 'imports', `${workspaceId}.${id}`);

/** Puts a part at its place; what a broken connection left half written is written over. */
export const writePart = async (file: string, offset: number, bytes: Uint8Array): Promise<void> => {
  await fs.mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const handle = await fs.open(file, offset === 0 ? 'w' : 'r+', 0o600);
  try {
    await handle.write(bytes, 0, bytes.length, offset);
  } finally {
    await handle.close();
  }
};

/** The file; undefined when it is not on this machine. */
export const openFile = async (file: string): Promise<fs.FileHandle | undefined> => {
  try {
    return await fs.open(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

export const dropFile = (file: string): Promise<void> => fs.rm(file, { force: true });

export const firstBytes = async (handle: fs.FileHandle, length: number): Promise<Buffer> => {
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, 0);
  return buffer.subarray(0, bytesRead);
};
