import type { Item } from '../events.ts';

/** Something said, in a format's own words: neither cleaned nor checked. */
export type Told = {
  readonly form: Item['form'];
  readonly visibility: Item['visibility'];
  readonly ours: boolean;
  readonly addressed: boolean;
  readonly who: {
    readonly id?: string | undefined;
    readonly name?: string | undefined;
    readonly handle?: string | undefined;
    readonly url?: string | undefined;
  };
  readonly text: string;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  /** ISO 8601 in UTC. */
  readonly saidAt?: string | undefined;
  readonly editedAt?: string | undefined;
  readonly language?: string | undefined;
  readonly parent?: string | undefined;
  /** What all of one conversation share. */
  readonly thread?: string | undefined;
  readonly rating?: { readonly value: number; readonly best: number } | undefined;
  readonly media?: Item['media'] | undefined;
};

/** Who the company is in this file, and how its clock runs. All of it is text: it travels with each raw item. */
export type Reading = {
  /** Names, handles or addresses that are ours, folded. */
  readonly us: ReadonlySet<string>;
  /** IANA time zone of dates that name none. */
  readonly zone: string;
  readonly context: Readonly<Record<string, string>>;
};
