import fs from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../../platform/paths.ts';
import { type Sector, sectorTitles } from '../words.ts';

export type ShippedPack = {
  readonly sector: Sector;
  readonly title: { readonly it: string; readonly en: string };
  readonly text: string;
};

/** The packs of models/packs, which a company copies and makes its own. Throws when one is not there: they belong to the program. */
export const loadShippedPacks = (
  folder: string = path.join(projectFolder(), 'models', 'packs'),
): readonly ShippedPack[] =>
  (Object.keys(sectorTitles) as Sector[]).map((sector) => ({
    sector,
    title: sectorTitles[sector],
    text: fs.readFileSync(path.join(folder, `${sector}.it.txt`), 'utf8'),
  }));
