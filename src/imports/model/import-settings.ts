import type { FormatId } from '../../channels/index.ts';

/** How a file is to be read. What it leaves out is found out from the file itself. */
export type ImportSettings = {
  readonly format: FormatId;
  /** Names, handles and addresses that are ours. */
  readonly us: readonly string[];
  /** IANA zone of dates that name none. */
  readonly zone: string;
  /** What the sayings come from, shown with them: `Recensioni di Yelp`. */
  readonly source: string;
  /** A mapping as JSON (CSV and JSON only); empty means guessed. */
  readonly mapping: string;
  /** Empty means found out. */
  readonly separator: string;
  readonly encoding: string;
  readonly header: 'yes' | 'no' | '';
  /** The mailbox that letters of an mbox belong to; null for a shelf of their own. */
  readonly mailboxId: string | null;
};
