import type { Consent } from '../daily/candidate.ts';

/** One account of somebody, with what could show that another account is the same person's. */
export type Account = {
  readonly contactId: string;
  readonly consent: Consent;
  readonly channel: string;
  readonly nativeId: string;
  readonly name: string | null;
  readonly handle: string | null;
  /** Of the profile. */
  readonly url: string | null;
  readonly links: readonly { readonly url: string; readonly verified: boolean }[];
  readonly avatarHash: string | null;
  /** The channel's terms allow profiles of its authors. */
  readonly profiling: boolean;
};

export const evidenceKinds = ['rel-me', 'mail', 'link', 'avatar', 'domain', 'handle', 'name'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Something that speaks for two accounts being one person's: the kind and what they share. */
export type Sign = { readonly kind: EvidenceKind; readonly shared: string };
