import type { Trouble } from '../../channels/index.ts';

/** One row as it would come in. */
export type ImportExample = {
  readonly file: string;
  readonly line: number;
  readonly author: string;
  readonly title: string;
  readonly text: string;
  readonly saidAt: string | null;
  readonly form: string;
  readonly ours: boolean;
  readonly rating: { readonly value: number; readonly best: number } | null;
};

export type ImportTrouble = { readonly file: string; readonly line: number; readonly trouble: Trouble };

/** What a trial found: nothing was kept. */
export type ImportLook = {
  readonly rows: number;
  readonly items: number;
  /** Of these items, those that we have already. */
  readonly known: number;
  readonly ours: number;
  readonly refused: number;
  readonly byTrouble: Readonly<Partial<Record<Trouble, number>>>;
  readonly troubles: readonly ImportTrouble[];
  readonly examples: readonly ImportExample[];
  /** ISO 8601; null when no row tells. */
  readonly earliest: string | null;
  readonly latest: string | null;
  /** Who says most, the most talkative first. */
  readonly voices: readonly { readonly name: string; readonly count: number }[];
  /** False while the trial goes on. */
  readonly isWhole: boolean;
};
