import type { Manifest } from '../../src/channels/contract.ts';
import type { Permission, Role } from '../../src/people/model/policy.ts';
import type { InBoth, Language } from './language.tsx';
import type { Density, Theme } from './theme.ts';

export type { Permission, Role };

export type Installation = {
  readonly version: string;
  readonly setUp: boolean;
  readonly demo: boolean;
  readonly languages: readonly Language[];
  /** Whether passkeys work at this address. */
  readonly passkeys: boolean;
  /** Whether the installation can send mail by itself. */
  readonly mail: boolean;
};

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly theme: Theme;
  readonly density: Density;
  readonly twoFactor: boolean;
};

export type WorkspaceEntry = {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly roles: readonly Role[];
  readonly nature: 'company' | 'demo';
  readonly permissions: readonly Permission[];
};

export type Me = { readonly person: Person; readonly workspaces: readonly WorkspaceEntry[] };

export type WorkspaceView = {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly timeZone: string;
  /** How the company addresses people when it writes. */
  readonly register: 'lei' | 'tu' | 'voi';
  readonly nature: 'company' | 'demo';
};

export type MemberView = {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly createdAt: string;
};

export type InvitationView = {
  readonly id: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly expiresAt: string;
  readonly createdAt?: string;
};

export type AuditEntryView = {
  readonly id: string;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly createdAt: string;
};

export type ConnectionView = {
  readonly id: string;
  readonly channel: string;
  readonly name: string;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  readonly account: {
    readonly nativeId: string;
    readonly name?: string;
    readonly handle?: string;
    readonly url?: string;
  } | null;
  readonly state: 'active' | 'paused' | 'needs-attention';
  readonly problem: {
    readonly kind: string;
    readonly detail: string;
    readonly title: InBoth;
    readonly advice: InBoth;
    readonly at: string;
  } | null;
  readonly lastEventAt: string | null;
  readonly lastPolledAt: string | null;
  readonly lastCheckedAt: string | null;
  readonly nextPollAt: string | null;
  readonly expiresAt: string | null;
  readonly createdAt: string;
};

export type SessionView = {
  readonly id: string;
  readonly current: boolean;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
};

export type ChannelManifest = Omit<Manifest, 'capabilities' | 'dataTerms'> &
  Partial<Pick<Manifest, 'capabilities' | 'dataTerms'>>;
