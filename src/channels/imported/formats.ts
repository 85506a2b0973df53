import { csvFormat } from './formats/csv.ts';
import { facebookFormat } from './formats/facebook.ts';
import { googleFormat } from './formats/google.ts';
import { instagramFormat } from './formats/instagram.ts';
import { jsonFormat } from './formats/json.ts';
import { linkedinFormat } from './formats/linkedin.ts';
import { mboxFormat } from './formats/mbox.ts';
import { whatsappFormat } from './formats/whatsapp.ts';
import { xFormat } from './formats/x.ts';
import type { Format, FormatId } from './read.ts';

/** Every kind of file there is: one line each. */
export const formats: Readonly<Record<FormatId, Format>> = {
  csv: csvFormat,
  json: jsonFormat,
  mbox: mboxFormat,
  whatsapp: whatsappFormat,
  facebook: facebookFormat,
  instagram: instagramFormat,
  linkedin: linkedinFormat,
  x: xFormat,
  google: googleFormat,
};

/** The archives, which are read by what is inside. */
export const archives: readonly Format[] = Object.values(formats).filter(({ wants }) => wants !== undefined);
