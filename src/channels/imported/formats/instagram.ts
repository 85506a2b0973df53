import type { Format } from '../read.ts';
import { metaReader, metaWants, tellMeta } from './meta.ts';

/** Instagram's own archive, asked for in JSON. Vendor's page: https://help.instagram.com/181231772500920 (the files are not documented). */
export const instagramFormat: Format = {
  id: 'instagram',
  reader: (_context, file) => metaReader(file),
  tell: tellMeta,
  wants: metaWants,
};
