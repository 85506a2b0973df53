/** A text in both languages of the interface, for what manifests say to people. */
export type Words = { readonly it: string; readonly en: string };

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export const capabilities = [
  'mentions',
  'comments',
  'reviews',
  'direct-messages',
  'search',
  'stream',
  'reply',
  'publish',
  'image',
  'alt-text',
  'edit',
  'retract',
  'hide',
  'insights',
] as const;
export type Capability = (typeof capabilities)[number];

export type Support =
  | { readonly how: 'push' | 'poll' | 'bridge' | 'import' | 'manual'; readonly why?: Words }
  | { readonly how: 'absent'; readonly why: Words };

/** One field of the guided form that joins a channel up. `secret` values are sealed and never shown again. */
export type SettingsField = {
  readonly name: string;
  readonly kind: 'text' | 'password' | 'url' | 'email' | 'number' | 'toggle' | 'choice';
  readonly label: Words;
  readonly help?: Words;
  readonly placeholder?: string;
  readonly required: boolean;
  readonly secret?: boolean;
  /** Folded away under "Altre impostazioni" until asked for. */
  readonly advanced?: boolean;
  readonly defaultValue?: string | number | boolean;
  readonly choices?: readonly { readonly value: string; readonly label: Words }[];
};

/** What a channel is, as data: the forms, the screens and the docs are built from it. */
export type Manifest = {
  readonly id: string;
  readonly name: Words;
  readonly summary: Words;
  /** A lucide icon's name. */
  readonly icon: string;
  readonly auth: 'none' | 'password' | 'oauth2' | 'manual';
  /** What a stranger has to do at the vendor before the form can be filled, one step each. For those with an app of one's own, the form shows the address of return beside them. */
  readonly steps?: readonly Words[];
  readonly fields: readonly SettingsField[];
  readonly capabilities: Readonly<Record<Capability, Support>>;
  /** What may be kept and done with what comes in; the core enforces it. `source` is the page it was read on. */
  readonly dataTerms: {
    readonly keepContent: 'yes' | 'no' | { readonly maxHours: number };
    readonly profileAuthors: boolean;
    readonly exportable: boolean;
    readonly source: string;
    readonly checkedOn: string;
  };
  /** Some of its items may come `held`. */
  readonly holds?: true;
  /** For channels that take money: shown before anybody joins up. */
  readonly prices?: PriceList;
  /** Milliseconds between two polls when all is well. */
  readonly pollEveryMs: number;
  /** For channels with `receive.push`: what to do with the address of the connection's door, and what its token is called there, if people need it. */
  readonly door?: { readonly help: Words; readonly token?: Words };
};

/** What a channel takes money for, as data; amounts in millionths of the currency. `source` is the page it was read on. */
export type PriceList = {
  readonly currency: 'USD' | 'EUR';
  readonly lines: readonly { readonly what: Words; readonly micro: number }[];
  /** What a usual month comes to, in words. */
  readonly example: Words;
  readonly source: string;
  readonly checkedOn: string;
};
