import { Command, type CommanderError } from 'commander';
import { VERSION } from '../version.ts';
import { CommandRefusal } from './run-command.ts';

/** Each command lives in its own file, which is read only when it is asked for: one line here for each. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.ts')).startCommand,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
  migrate: async () => (await import('./migrate.ts')).migrateCommand,
  password: async () => (await import('./password.ts')).passwordCommand,
  normalise: async () => (await import('./normalise.ts')).normaliseCommand,
  understand: async () => (await import('./understand.ts')).understandCommand,
  team: async () => (await import('./team.ts')).teamCommand,
  ties: async () => (await import('./ties.ts')).tiesCommand,
  'verify-register': async () => (await import('./verify-register.ts')).verifyRegisterCommand,
  'verify-evidence': async () => (await import('./verify-evidence.ts')).verifyEvidenceCommand,
  tone: async () => (await import('./tone.ts')).toneCommand,
  'half-life': async () => (await import('./half-life.ts')).halfLifeCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  backup: async () => (await import('./backup.ts')).backupCommand,
  restore: async () => (await import('./restore.ts')).restoreCommand,
};

const run = async (words: readonly string[]): Promise<void> => {
  const program = new Command('passaparola')
    .description('Passaparola: ascoltare che cosa si dice, rispondere come persone')
    .version(VERSION, '-V, --version', 'mostra la versione')
    .showSuggestionAfterError();
  const asked = commands[words.find((word) => word in commands) ?? ''];
  const loaded = await Promise.all((asked ? [asked] : Object.values(commands)).map((load) => load()));
  for (const command of loaded) program.addCommand(speakItalian(command));
  speakItalian(program).helpCommand('help [comando]', 'mostra come si usa un comando');
  await program.parseAsync(words, { from: 'user' });
};

const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Uso:',
  'Options:': 'Opzioni:',
  'Commands:': 'Comandi:',
  'Arguments:': 'Argomenti:',
};

const errors: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown command '(.*)'/, 'Non conosco il comando «$1»'],
  [/^error: unknown option '(.*)'/, 'Non conosco l’opzione $1'],
  [/^error: missing required argument '(.*)'/, 'Manca <$1>'],
  [/^error: required option '(.*)' not specified/, 'Manca l’opzione $1'],
  [/^error: option '(.*)' argument missing/, 'L’opzione $1 vuole un valore'],
  [/^error: too many arguments.*/, 'Ci sono parole di troppo'],
  [/\(Did you mean (.*)\?\)/, '(forse $1?)'],
];

const speakItalian = (command: Command): Command =>
  command
    .helpOption('-h, --help', 'mostra questo aiuto')
    .configureHelp({ styleTitle: (title) => titles[title] ?? title, showGlobalOptions: false })
    .configureOutput({
      outputError: (text, write) =>
        write(errors.reduce((said, [english, italian]) => said.replace(english, italian), text)),
    })
    .showHelpAfterError('Con --help vedi come si usa.');

/** What can go wrong at a terminal is said in a sentence; anything else is a bug and shows where. */
const explain = (error: unknown): string => {
  if (error instanceof CommandRefusal) return error.message;
  const { code, port, address, stack } = error as NodeJS.ErrnoException & { port?: number; address?: string };
  if (code === 'EADDRINUSE')
    return `La porta ${port} di ${address} è già occupata: chiudi l’altro programma o scegli un’altra porta con PASSAPAROLA_PORT.`;
  if (code === 'EACCES' && port !== undefined)
    return `Non posso aprire la porta ${port}: sotto la 1024 serve un permesso speciale. Scegline un’altra con PASSAPAROLA_PORT.`;
  if (code === 'EPIPE') return '';
  return (error as CommanderError).message && !stack
    ? (error as CommanderError).message
    : String(stack ?? error);
};

// The launcher that started us died without a word (`kill -9`): leave in good order, as if it had asked.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// Waiting for that alone is no reason to stay.
process.channel?.unref();

try {
  await run(process.argv.slice(2));
} catch (error) {
  const said = explain(error);
  if (said !== '') console.error(said);
  process.exit(1);
}
