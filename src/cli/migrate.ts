import { Command } from 'commander';
import { migrateDatabase } from '../platform/db/migrate.ts';
import { openDatabase, sayDatabaseProblem } from './open-database.ts';
import { CommandRefusal, commandConfig } from './run-command.ts';

export const migrateCommand = new Command('migrate')
  .description('Porta la base dati a questa versione (lo fa anche ogni avvio)')
  .action(async () => {
    const opened = await openDatabase(commandConfig());
    if (!opened.ok) throw new CommandRefusal(sayDatabaseProblem(opened.error));
    try {
      await migrateDatabase(opened.value.address);
      console.log('La base dati è aggiornata.');
    } finally {
      await opened.value.close();
    }
  });
