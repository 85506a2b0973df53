import { once } from 'node:events';
import fs from 'node:fs';
import { Command } from 'commander';
import { channels, normaliseBytes } from '../channels/index.ts';
import { CommandRefusal } from './run-command.ts';

export const normaliseCommand = new Command('normalise')
  .description(
    'Mostra che cosa capisce un canale di un suo messaggio grezzo: una riga JSON per evento (docs/events.md)',
  )
  .argument('<canale>', 'quale canale: bluesky, mail, feed, fediverse, by-hand, webhook, imported…')
  .option('--file <file>', 'da dove leggere; senza, dall’ingresso')
  .option('--context <json>', 'quello che il canale sa di suo, per esempio {"accountId":"did:plc:..."}')
  .action(async (name: string, options: { file?: string; context?: string }) => {
    const bytes = await readAll(options.file);
    const events = await normaliseBytes(name, bytes, readContext(options.context ?? '{}'));
    if (!events.ok)
      throw new CommandRefusal(
        `Non conosco il canale «${name}». Ci sono: ${channels.map(({ manifest }) => manifest.id).join(', ')}.`,
      );
    for (const event of events.value) {
      if (!process.stdout.write(`${JSON.stringify(event)}\n`)) await once(process.stdout, 'drain');
    }
  });

const readAll = async (file: string | undefined): Promise<Uint8Array> => {
  if (file !== undefined) {
    if (!fs.existsSync(file)) throw new CommandRefusal(`Non trovo ${file}.`);
    return fs.readFileSync(file);
  }
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

const readContext = (text: string): Record<string, string> => {
  try {
    const value: unknown = JSON.parse(text);
    if (value && typeof value === 'object' && !Array.isArray(value))
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, String(one)]));
  } catch {
    // Said below, as for any other thing that is not an object.
  }
  throw new CommandRefusal('--context vuole un oggetto JSON, per esempio \'{"accountId":"did:plc:abc"}\'.');
};
