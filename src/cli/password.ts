import { randomBytes } from 'node:crypto';
import { Command } from 'commander';
import { setPassword } from '../people/index.ts';
import { connectDatabase } from '../platform/db/database.ts';
import { openDatabase, sayDatabaseProblem } from './open-database.ts';
import { CommandRefusal, commandConfig } from './run-command.ts';

export const passwordCommand = new Command('password')
  .description('Dà una password nuova a chi ha perso la sua, e chiude le sue sessioni')
  .argument('<mail>', 'con quale indirizzo entra')
  .action(async (email: string) => {
    const opened = await openDatabase(commandConfig());
    if (!opened.ok) throw new CommandRefusal(sayDatabaseProblem(opened.error));
    const database = connectDatabase(opened.value.address, { poolSize: 1 });
    const password = randomBytes(12).toString('base64url');
    try {
      const known = await database.asInstallation((tx) => setPassword(tx, email, password));
      if (!known) throw new CommandRefusal(`Nessuno entra con ${email}.`);
      console.log(`La password nuova è ${password}\nCambiala appena entri: Impostazioni, Sicurezza.`);
    } finally {
      await database.close();
      await opened.value.close();
    }
  });
