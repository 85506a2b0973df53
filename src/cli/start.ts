import { Command } from 'commander';
import type { DemoAccess } from '../demo/index.ts';
import { type RunningHouse, startHouse } from '../main.ts';
import { setPassword } from '../people/index.ts';
import { systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config/config.ts';
import { type PostgresServer, startPostgres } from '../platform/db/postgres-server.ts';
import { createLog, type Log } from '../platform/log.ts';
import { createSealer, loadOrCreateKeys, sayKeyFileProblem } from '../platform/secrets/index.ts';
import { sayDatabaseProblem } from './open-database.ts';
import { CommandRefusal, commandConfig } from './run-command.ts';

export const startCommand = new Command('start')
  .description('Avvia Passaparola (con la sua base dati, se non ne indichi un’altra)')
  .option('--demo', 'apre un’azienda inventata con qualche settimana di conversazioni, per provare')
  .action(async (options: { demo?: boolean }) => {
    const config = withDemo(commandConfig(), options.demo === true);
    const log = createLog({ level: config.logLevel });
    const server = await startDatabase(config, log);
    const house = await startHouse({
      config,
      log,
      clock: systemClock,
      sealer: openSealer(config),
      isAlone: server !== undefined,
      address: config.databaseUrl ? { connectionString: config.databaseUrl } : { ...server?.connection },
      ...(config.demo ? { correspondents: (await import('../demo/index.ts')).demoCorrespondents } : {}),
    });
    server?.announce(house.address);
    greet(house, config.demo ? await enterDemo(house) : undefined);
    stopOnSignal(house, server, log);
  });

/** The demonstration lives in a folder of its own: it never mixes with a real company's data. */
const withDemo = (config: Config, asked: boolean): Config => {
  if (!asked && !config.demo) return config;
  if (config.databaseUrl)
    throw new CommandRefusal('La dimostrazione usa solo la sua base dati: togli DATABASE_URL e ripeti.');
  return {
    ...config,
    demo: true,
    dataDir: `${config.dataDir}-demo`,
    keyFile: `${config.dataDir}-demo/secret.key`,
  };
};

const startDatabase = async (config: Config, log: Log): Promise<PostgresServer | undefined> => {
  if (config.databaseUrl) return undefined;
  const started = await startPostgres({ dataDir: config.dataDir, log });
  if (started.ok) return started.value;
  throw new CommandRefusal(sayDatabaseProblem(started.error));
};

const openSealer = (config: Config) => {
  const keys = loadOrCreateKeys(config.keyFile);
  if (keys.ok) return createSealer(keys.value);
  throw new CommandRefusal(sayKeyFileProblem(keys.error, 'it'));
};

const enterDemo = async (house: RunningHouse): Promise<DemoAccess> => {
  const { openDemo } = await import('../demo/index.ts');
  return openDemo(house, async (email, password) => {
    await house.platform.database.asInstallation((tx) => setPassword(tx, email, password));
  });
};

const greet = (house: RunningHouse, demo: DemoAccess | undefined): void => {
  console.log(`\nPassaparola è in ascolto su ${house.address}`);
  if (demo) {
    console.log(
      `Dimostrazione: ${demo.company} e le sue conversazioni sono inventate, e niente esce da questo computer.`,
    );
    console.log(`Entra con\n  mail      ${demo.email}\n  password  ${demo.password}`);
  } else if (house.setUpLink) {
    console.log(`Per cominciare apri questo indirizzo, che vale una volta sola:\n  ${house.setUpLink}`);
  }
  console.log('Per fermarla premi Ctrl+C.\n');
};

/** The first signal lets the work under way end; a second one does not wait, unless it is the echo of the first. */
/** systemd and terminals signal the launcher and us: it passes its own on. */
const ECHO_MS = 1_000;

const stopOnSignal = (house: RunningHouse, server: PostgresServer | undefined, log: Log): void => {
  let stoppingSince: number | undefined;
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (stoppingSince !== undefined) {
      if (Date.now() - stoppingSince > ECHO_MS) process.exit(1);
      return;
    }
    stoppingSince = Date.now();
    log.info({ signal }, 'stopping');
    await house
      .stop()
      .catch((error: unknown) => log.error({ error: String(error) }, 'stopping met an error'));
    await server?.stop();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
};
