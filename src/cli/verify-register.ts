import fs from 'node:fs';
import { Command } from 'commander';
import { z } from 'zod';
import { type ChainFault, faultsOf, SignedDaySchema } from '../care/engine.ts';
import { createGuardedFetch } from '../platform/fetch/index.ts';
import { VERSION } from '../version.ts';
import { CommandRefusal } from './run-command.ts';

const LARGEST_CHAIN = 50_000_000;
const ChainSchema = z.object({ days: z.array(SignedDaySchema) });
const WitnessSchema = z.object({ publicKey: z.string(), digests: z.record(z.string(), z.string()) });
type Witness = z.infer<typeof WitnessSchema>;

export const verifyRegisterCommand = new Command('verify-register')
  .description('Controlla che un registro pubblico dei reclami non sia stato riscritto')
  .argument('<indirizzo>', 'la pagina del registro, per esempio https://cantina.example/registro/cantina')
  .option(
    '--testimone <file>',
    'ricorda qui le impronte viste, e la volta dopo controlla che ci siano ancora',
  )
  .option('--locale', 'permette un indirizzo di questa macchina o della rete interna')
  .action(async (address: string, options: { testimone?: string; locale?: boolean }) => {
    const { days } = await readChain(address, options.locale === true);
    const known = options.testimone ? readWitness(options.testimone) : undefined;
    const faults = [...faultsOf(days), ...(known ? missingFrom(days, known) : [])];
    for (const { day, kind } of faults) console.log(`${day}: ${sayings[kind]}`);
    if (faults.length > 0)
      throw new CommandRefusal('La storia di questo registro non torna: vedi sopra, giorno per giorno.');
    const last = days.at(-1);
    if (!last) throw new CommandRefusal('Il registro non ha ancora nessun giorno firmato.');
    if (options.testimone) writeWitness(options.testimone, days, last.publicKey, known);
    console.log(
      `La catena è intera: ${days.length} giorni firmati, dal ${days[0]?.day} al ${last.day}. Nessuna cifra è diminuita.`,
    );
    console.log(`Impronta: ${last.digest}`);
    console.log(`Chiave:   ${last.publicKey}`);
    if (!known)
      console.log(
        'Chi gestisce il registro potrebbe rifare da capo tutta la catena: lo vede solo chi ha conservato un’impronta (--testimone).',
      );
  });

const sayings: Readonly<Record<ChainFault['kind'] | 'forgotten', string>> = {
  unreadable: 'quello che è firmato non si legge',
  changed: 'è stato cambiato dopo la firma',
  'not-signed': 'la firma non è valida',
  broken: 'non segue dal giorno firmato prima: manca o è cambiato qualcosa',
  'out-of-order': 'i giorni non sono in ordine',
  'another-key': 'è firmato con un’altra chiave',
  'fewer-complaints': 'i reclami sono diventati di meno',
  'month-rewritten': 'un mese passato ha meno reclami di prima',
  forgotten: 'il testimone ricorda un’impronta che non c’è più',
};

const readChain = async (address: string, isLocal: boolean): Promise<z.infer<typeof ChainSchema>> => {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) throw new CommandRefusal(`«${address}» non è un indirizzo.`);
  const slug = /^\/regist(?:ro|er)\/([^/]+)\/?$/.exec(url.pathname)?.[1];
  if (!slug) throw new CommandRefusal('L’indirizzo deve essere quello della pagina del registro.');
  const http = createGuardedFetch({
    allowPrivateAddresses: isLocal ? ['127.0.0.1', '::1', url.hostname.replace(/^\[|\]$/g, '')] : [],
    userAgent: `Passaparola/${VERSION} verify-register`,
  });
  const fetched = await http.request(`${url.origin}/registro/${slug}/catena.json`, {
    maxBytes: LARGEST_CHAIN,
  });
  await http.close();
  if (!fetched.ok) throw new CommandRefusal(`Il registro non risponde (${fetched.error.kind}).`);
  if (fetched.value.status !== 200)
    throw new CommandRefusal(`A questo indirizzo non c’è un registro pubblico (${fetched.value.status}).`);
  const chain = ChainSchema.safeParse(parsed(fetched.value.text()));
  if (!chain.success) throw new CommandRefusal('La catena delle firme non si legge.');
  return chain.data;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const readWitness = (file: string): Witness | undefined => {
  if (!fs.existsSync(file)) return undefined;
  const witness = WitnessSchema.safeParse(parsed(fs.readFileSync(file, 'utf8')));
  if (!witness.success) throw new CommandRefusal(`${file} non è un testimone.`);
  return witness.data;
};

type Missing = { readonly day: string; readonly kind: 'forgotten' | 'another-key' };

const missingFrom = (
  days: readonly z.infer<typeof SignedDaySchema>[],
  { publicKey, digests }: Witness,
): readonly Missing[] => {
  const here = new Map(days.map(({ day, digest }) => [day, digest]));
  const last = days.at(-1);
  return [
    ...Object.entries(digests).flatMap(([day, digest]): Missing[] =>
      here.get(day) === digest ? [] : [{ day, kind: 'forgotten' }],
    ),
    ...(last && last.publicKey !== publicKey ? [{ day: last.day, kind: 'another-key' as const }] : []),
  ];
};

const writeWitness = (
  file: string,
  days: readonly { readonly day: string; readonly digest: string }[],
  publicKey: string,
  known: Witness | undefined,
): void => {
  const digests = { ...known?.digests, ...Object.fromEntries(days.map(({ day, digest }) => [day, digest])) };
  fs.writeFileSync(file, `${JSON.stringify({ publicKey, digests }, null, 1)}\n`);
};
