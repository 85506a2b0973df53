import type { Format } from '../read.ts';
import { metaReader, metaWants, tellMeta } from './meta.ts';

/** Facebook's own archive, asked for in JSON. Vendor's page: https://www.facebook.com/help/212802592074644 (the files are not documented). */
export const facebookFormat: Format = {
  id: 'facebook',
  reader: (_context, file) => metaReader(file),
  tell: tellMeta,
  wants: metaWants,
};
