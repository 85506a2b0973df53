import type { Words } from '../../channels/index.ts';
import type { Consent } from './daily/candidate.ts';

export type Stage = 'noticed' | 'conversed' | 'met' | 'involved' | 'co-created' | 'advocates';

export type CircleLink = { readonly id: string; readonly name: Words };

/** Somebody outside the company, as every list shows them. Instants are ISO 8601. */
export type ContactRow = {
  readonly id: string;
  readonly name: string;
  readonly company: string | null;
  readonly place: string | null;
  readonly channels: readonly string[];
  readonly stage: Stage;
  /** 0..1, of the tie with us by the last batch; 0 for who objected, and before the first batch. */
  readonly strength: number;
  readonly lastAt: string;
  readonly circle: CircleLink | null;
  readonly consent: Consent;
  /** What to know of them in the list; null when there is nothing. */
  readonly why: Words | null;
};
