import fs from 'node:fs';
import { Command } from 'commander';
import { readArchive } from '../channels/index.ts';
import { type PackFault, verifyPack } from '../protection/engine.ts';
import { CommandRefusal } from './run-command.ts';

/** More than any pack that the product makes. */
const LARGEST_PACK = 500_000_000;

export const verifyEvidenceCommand = new Command('verify-evidence')
  .description('Controlla che un fascicolo di prove non sia stato toccato dopo la firma')
  .argument('<file>', 'il fascicolo .zip, come è stato scaricato')
  .option('--chiave <chiave>', 'la chiave pubblica che l’azienda dice sua: dev’essere quella della firma')
  .action((file: string, options: { chiave?: string }) => {
    const { faults, says } = verifyPack(readPack(file));
    for (const { path, kind } of faults) console.log(`${path}: ${sayings[kind]}`);
    if (faults.length > 0 || !says)
      throw new CommandRefusal('Questo fascicolo non è più come fu firmato: vedi sopra, file per file.');
    if (options.chiave && options.chiave !== says.publicKey)
      throw new CommandRefusal('Il fascicolo è intero, ma lo ha firmato un’altra chiave.');
    console.log(
      `Il fascicolo ${says.number} di ${says.company} è intero: ${says.files} file, firmati il ${says.madeAt}.`,
    );
    console.log(`Impronta: ${says.digest}`);
    console.log(`Chiave:   ${says.publicKey}`);
    if (!options.chiave)
      console.log(
        'Che la chiave sia davvero dell’azienda, chiedilo a lei: sta in Tutela, Impostazioni (--chiave).',
      );
  });

const sayings: Readonly<Record<PackFault['kind'], string>> = {
  missing: 'manca',
  changed: 'è stato cambiato dopo la firma',
  added: 'è stato aggiunto dopo la firma',
  unreadable: 'non si legge',
  'not-signed': 'la firma non è valida',
};

const readPack = (file: string): ReadonlyMap<string, Buffer | null> => {
  if (!fs.existsSync(file)) throw new CommandRefusal(`${file} non c’è.`);
  if (fs.statSync(file).size > LARGEST_PACK)
    throw new CommandRefusal(`${file} è troppo grande per un fascicolo.`);
  const archive = readArchive(fs.readFileSync(file));
  if (!archive) throw new CommandRefusal(`${file} non è un archivio .zip.`);
  return new Map(archive.entries.map((entry) => [entry.path, archive.open(entry) ?? null]));
};
