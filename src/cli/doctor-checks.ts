import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import type { Config } from '../platform/config/config.ts';
import { dataFolderHolder } from '../platform/db/data-folder-lock.ts';
import { webFolder } from '../platform/paths.ts';

export interface Finding {
  readonly good: boolean;
  readonly about: string;
  readonly says: string;
}

export const checkNode = (): Finding => {
  const good = Number(process.versions.node.split('.')[0]) >= 24;
  return {
    good,
    about: 'Node',
    says: good ? process.version : `${process.version}, ma serve la 24 o più recente`,
  };
};

export const checkWeb = (): Finding => {
  const page = path.join(webFolder(), 'index.html');
  const good = fs.existsSync(page);
  return {
    good,
    about: 'Pagine',
    says: good ? 'pronte' : 'non ancora preparate: lo fa npm start, oppure npm run build',
  };
};

/** The folder, or when it is still to be made the nearest one above, can be written. */
export const checkDataFolder = ({ dataDir }: Config): Finding => {
  const about = `Cartella dei dati ${dataDir}`;
  const exists = fs.existsSync(dataDir);
  const place = exists ? dataDir : nearestExisting(dataDir);
  if (!isWritable(place))
    return {
      good: false,
      about,
      says: `non posso scrivere in ${place}: dai i permessi o scegline un’altra con PASSAPAROLA_DATA`,
    };
  return { good: true, about, says: exists ? 'c’è e si può scrivere' : 'nascerà al primo avvio' };
};

const nearestExisting = (folder: string): string => {
  const above = path.dirname(folder);
  return fs.existsSync(above) || above === folder ? above : nearestExisting(above);
};

const isWritable = (folder: string): boolean => {
  try {
    fs.accessSync(folder, fs.constants.W_OK | fs.constants.X_OK);
    return fs.statSync(folder).isDirectory();
  } catch {
    return false;
  }
};

export const checkKeyFile = ({ keyFile }: Config): Finding => {
  const about = `Chiave dei segreti ${keyFile}`;
  const found = fs.statSync(keyFile, { throwIfNoEntry: false });
  if (!found) return { good: true, about, says: 'nascerà al primo avvio, leggibile solo dal programma' };
  if ((found.mode & 0o077) !== 0)
    return { good: false, about, says: `la possono leggere altri: esegui chmod 600 ${keyFile}` };
  return { good: true, about, says: 'c’è, e la legge solo il suo proprietario. Conservane una copia' };
};

/** Free, or in use by ourselves. */
export const checkPort = async ({ host, port, dataDir }: Config): Promise<Finding> => {
  const about = `Porta ${port} su ${host}`;
  const holder = await dataFolderHolder(dataDir);
  if (holder)
    return {
      good: true,
      about,
      says: `Passaparola è in funzione: processo ${holder.pid}, dal ${holder.since}, ${holder.address}`,
    };
  const refusal = await tryListening(host, port);
  return refusal
    ? { good: false, about, says: `non si può usare (${refusal}): scegline un’altra con PASSAPAROLA_PORT` }
    : { good: true, about, says: 'libera' };
};

const tryListening = (host: string, port: number): Promise<string | undefined> =>
  new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
