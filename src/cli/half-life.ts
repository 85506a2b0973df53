import fs from 'node:fs';
import { createGunzip } from 'node:zlib';
import { Command } from 'commander';
import { contactLog, fitHalfLife, type HalfLifeProblem } from '../relations/engine.ts';
import { type ContactLine, parseContactLine } from './contact-line.ts';
import { linesIn } from './lines-in.ts';
import { CommandRefusal } from './run-command.ts';
import { halfLifeJson, halfLifeTable, type ReadContacts } from './say-half-life.ts';

type Options = { readonly horizon: string; readonly json?: true };

export const halfLifeCommand = new Command('half-life')
  .description(
    'Prova in quanto tempo si dimezza un legame: quale durata predice meglio chi si sentirà ancora. EVENTS2: una riga «a b quando» per contatto, anche gzip',
  )
  .argument('<events2>', 'il file dei contatti (quando: secondi o millisecondi dal 1970, oppure ISO 8601)')
  .option('--horizon <durata>', 'quanto avanti si guarda: giorni (14d) od ore (36h)', '14d')
  .option('--json', 'in JSON')
  .action(async (file: string, options: Options) => {
    const horizonDays = parseHorizon(options.horizon);
    const read = await readContacts(file);
    const trial = fitHalfLife(read.log, { horizonDays });
    if (!trial.ok) throw new CommandRefusal(refusals[trial.error.problem](horizonDays));
    const say = options.json ? halfLifeJson : halfLifeTable;
    process.stdout.write(say(read, trial.value, horizonDays));
  });

const parseHorizon = (text: string): number => {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)([dgh]?)$/i.exec(text.trim()) ?? [];
  const days = Number(amount) / (unit?.toLowerCase() === 'h' ? 24 : 1);
  if (!(days > 0)) throw new CommandRefusal('L’orizzonte dev’essere una durata, come 14d o 36h.');
  return days;
};

/** Lines that cannot be read are said with their number, and the others count. */
const readContacts = async (file: string): Promise<ReadContacts> => {
  const people = new Map<string, number>();
  const [from, to, at]: [number[], number[], number[]] = [[], [], []];
  let [number, refused] = [0, 0];
  const numberOf = (name: string): number => {
    const known = people.get(name) ?? people.size;
    if (known === people.size) people.set(name, known);
    return known;
  };
  const take = (line: ContactLine): void => {
    from.push(numberOf(line.from));
    to.push(numberOf(line.to));
    at.push(line.at);
  };
  for await (const line of linesIn(bytesOf(file))) {
    number += 1;
    const parsed = parseContactLine(line);
    if (parsed.ok) {
      if (parsed.value) take(parsed.value);
    } else {
      refused += 1;
      console.error(`Riga ${number}: ${parsed.error}`);
    }
  }
  return { log: contactLog(from, to, at), people: people.size, refused };
};

/** The file's bytes, out of gzip when it begins like one (RFC 1952). */
async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile()) throw new CommandRefusal(`Non trovo ${file}.`);
  const [first] = await fs.createReadStream(file, { end: 1 }).toArray();
  const isPacked = Buffer.from([0x1f, 0x8b]).equals(first ?? Buffer.alloc(0));
  const bytes = fs.createReadStream(file);
  try {
    yield* isPacked ? bytes.pipe(createGunzip()) : bytes;
  } catch {
    throw new CommandRefusal(`${file} è rovinato: non si lascia leggere fino in fondo.`);
  }
}

const refusals: Readonly<Record<HalfLifeProblem['problem'], (days: number) => string>> = {
  'too-short': (days) =>
    `I contatti coprono troppo poco tempo: ne serve più di ${days} giorni, per avere un prima e un dopo.`,
  'nothing-to-tell': () =>
    'In nessun momento c’è chi si risente e chi no: con questi contatti non si può provare niente.',
};
