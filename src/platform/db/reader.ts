import { AsyncLocalStorage } from 'node:async_hooks';
import type { PersonId } from '../ids.ts';

const readers = new AsyncLocalStorage<PersonId | undefined>();

/** Whatever `work` reads, it reads for this person: what is hidden from them is not there (docs/adr, "A shield made of row-level security"). */
export const readingAs = <Value>(personId: PersonId, work: () => Value): Value => readers.run(personId, work);

/** Counts that must be the same whoever asks: for figures alone, never for anything with words in it. */
export const readingForAll = <Value>(work: () => Value): Value => readers.run(undefined, work);

/** For whom we read at this moment; undefined for the product itself: jobs, the receiver, public pages. */
export const currentReader = (): PersonId | undefined => readers.getStore();
