import path from 'node:path';

/** Where PostgreSQL keeps its files inside our data folder. */
export const postgresFolder = (dataDir: string): string => path.join(dataDir, 'postgres');

/** The database's socket. It lies in PostgreSQL's own folder (mode 0700), so it has the same address in every life. */
export const socketFile = (dataDir: string): string => path.join(postgresFolder(dataDir), socketName);

/** With no TCP port this is only part of the socket's name. */
export const postgresPort = 5432;

export const socketName = `.s.PGSQL.${postgresPort}`;
