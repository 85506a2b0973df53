export type Look = {
  readonly rows: number;
  readonly items: number;
  readonly known: number;
  readonly ours: number;
  readonly refused: number;
  readonly troubles: readonly LeftOut[];
  readonly examples: readonly {
    readonly file: string;
    readonly line: number;
    readonly author: string;
    readonly title: string;
    readonly text: string;
    readonly saidAt: string | null;
    readonly ours: boolean;
    readonly rating: { readonly value: number; readonly best: number } | null;
  }[];
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly voices: readonly { readonly name: string; readonly count: number }[];
  readonly isWhole: boolean;
};

export type LeftOut = { readonly file: string; readonly line: number; readonly trouble: TroubleName };

export type TroubleName =
  | 'not-json'
  | 'row-too-long'
  | 'quote-open'
  | 'no-text'
  | 'no-date'
  | 'not-understood'
  | 'file-too-large'
  | 'file-damaged';

export const formats = [
  'csv',
  'json',
  'mbox',
  'whatsapp',
  'facebook',
  'instagram',
  'linkedin',
  'x',
  'google',
] as const;
export type FormatName = (typeof formats)[number];

export type Settings = {
  readonly format: FormatName;
  readonly us: readonly string[];
  readonly zone: string;
  readonly source: string;
  readonly mapping: string;
  readonly separator: string;
  readonly encoding: string;
  readonly header: '' | 'yes' | 'no';
  readonly mailboxId: string | null;
};

export type Step = 'try' | 'start' | 'pause' | 'resume' | 'undo' | 'discard';

export type ImportView = {
  readonly id: string;
  readonly name: string;
  readonly byteLength: number;
  readonly received: number;
  readonly state: 'receiving' | 'ready' | 'looking' | 'running' | 'paused' | 'done' | 'undoing' | 'undone';
  readonly steps: readonly Step[];
  readonly settings: Settings | null;
  readonly look: Look | null;
  readonly rowsDone: number;
  readonly brought: number;
  readonly known: number;
  readonly refused: number;
  readonly problem: string | null;
  readonly createdAt: string;
};

export type ImportDetail = ImportView & { readonly troubles: readonly LeftOut[] };

export type Preview = {
  readonly look: Look;
  /** The mapping as it stands, or as it was guessed. */
  readonly mapping: {
    readonly places: Readonly<Record<string, string>>;
    readonly form: 'comment' | 'review' | 'message' | 'post';
    readonly visibility: 'public' | 'direct';
    readonly order: 'dmy' | 'mdy' | 'ymd';
  };
  readonly places: readonly { readonly pointer: string; readonly example: string }[];
};
