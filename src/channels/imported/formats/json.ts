import type { Format } from '../read.ts';
import { jsonReader } from '../text/json-reader.ts';
import { mappedId, tellMapped } from './csv.ts';

/** A list of JSON values, or one a line: which place holds what is told by `mapping` (JSON pointers), or guessed by names. */
export const jsonFormat: Format = {
  id: 'json',
  reader: () => jsonReader(),
  tell: tellMapped,
  identify: mappedId,
};
