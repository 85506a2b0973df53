import { randomBytes } from 'node:crypto';
import { newId } from '../../platform/ids.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { type Member, may } from '../model/actor.ts';
import { composeApiKey, shownPartOf } from '../model/api-key.ts';
import { hashSecret } from '../model/hash-secret.ts';
import { type Scope, scopesWithin } from '../model/scopes.ts';
import { type ApiKeyRow, insertApiKey, lockApiKey, selectApiKeys, updateApiKey } from '../store/api-keys.ts';
import { audit } from './audit.ts';
import type { Context } from './context.ts';

const DAY_MS = 86_400_000;
export const LONGEST_DAYS = 365;
const MOST_LIVE_KEYS = 50;

export type NewKey = {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Whole days from now, at most a year: a key that never ends is forgotten. */
  readonly days: number;
  readonly perMinute: number;
};

/** The key itself: said this once and kept nowhere. */
export type MadeKey = { readonly row: ApiKeyRow; readonly secret: string };

type Refusal<Kind extends string> = { readonly kind: Kind };

/** Makes a key that acts for this person, with a part of what they may do. */
export const makeKey = (
  { database, clock }: Context,
  actor: Member,
  wish: NewKey,
): Promise<Result<MadeKey, Refusal<'not-allowed' | 'scope-not-yours' | 'too-many-keys'>>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'keys.make')) return err({ kind: 'not-allowed' });
    const mine = scopesWithin(actor.roles);
    if (!wish.scopes.every((scope) => mine.includes(scope))) return err({ kind: 'scope-not-yours' });
    const { workspaceId, personId } = actor;
    const now = clock.now();
    const live = (await selectApiKeys(tx, workspaceId)).filter(({ key }) => !hasEnded(key, now));
    if (live.length >= MOST_LIVE_KEYS) return err({ kind: 'too-many-keys' });
    const secret = newKey();
    const row: ApiKeyRow = {
      workspaceId,
      id: newId(),
      personId,
      name: wish.name,
      scopes: [...new Set(wish.scopes)],
      ...keptOf(secret),
      previousHash: null,
      previousUntil: null,
      perMinute: wish.perMinute,
      createdAt: now,
      expiresAt: new Date(now.getTime() + wish.days * DAY_MS),
      expiryWarned: null,
      lastUsedAt: null,
      revokedAt: null,
    };
    await insertApiKey(tx, row);
    await audit(tx, actor, {
      action: 'key.made',
      subjectKind: 'key',
      subjectId: row.id,
      details: { name: row.name, scopes: row.scopes, expiresAt: row.expiresAt.toISOString() },
    });
    return ok({ row, secret });
  });

/** A new key in place of the old, which goes on for `overlapHours`, so that programs can change over without a gap; it ends `days` from now. */
export const rotateKey = (
  { database, clock }: Context,
  actor: Member,
  { id, days, overlapHours }: { readonly id: string; readonly days: number; readonly overlapHours: number },
): Promise<Result<MadeKey, Refusal<'not-found' | 'key-ended'>>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    const now = clock.now();
    const key = await lockApiKey(tx, actor.workspaceId, id);
    // The new one is shown to whoever asks: only to the person in whose name it acts.
    if (!key || key.personId !== actor.personId) return err({ kind: 'not-found' });
    if (key.revokedAt) return err({ kind: 'key-ended' });
    const secret = newKey();
    const overlapEnds = new Date(now.getTime() + overlapHours * 3_600_000);
    const change = {
      ...keptOf(secret),
      previousHash: key.secretHash,
      previousUntil: key.expiresAt < overlapEnds ? key.expiresAt : overlapEnds,
      expiresAt: new Date(now.getTime() + days * DAY_MS),
      expiryWarned: null,
    };
    await updateApiKey(tx, actor.workspaceId, id, change);
    await audit(tx, actor, {
      action: 'key.rotated',
      subjectKind: 'key',
      subjectId: id,
      details: { name: key.name, expiresAt: change.expiresAt.toISOString(), overlapHours },
    });
    return ok({ row: { ...key, ...change }, secret });
  });

/** Ends a key at once: one's own, or anybody's for who looks after keys. */
export const revokeKey = (
  { database, clock }: Context,
  actor: Member,
  id: string,
): Promise<Result<null, Refusal<'not-found'>>> =>
  database.inWorkspace(actor.workspaceId, async (tx) => {
    const key = await lockApiKey(tx, actor.workspaceId, id);
    if (!key || (key.personId !== actor.personId && !may(actor, 'keys.manage')))
      return err({ kind: 'not-found' });
    if (key.revokedAt) return ok(null);
    await updateApiKey(tx, actor.workspaceId, id, { revokedAt: clock.now(), previousHash: null });
    await audit(tx, actor, {
      action: 'key.revoked',
      subjectKind: 'key',
      subjectId: id,
      details: { name: key.name },
    });
    return ok(null);
  });

export const hasEnded = (key: Pick<ApiKeyRow, 'revokedAt' | 'expiresAt'>, now: Date): boolean =>
  key.revokedAt !== null || key.expiresAt <= now;

const newKey = (): string => composeApiKey(randomBytes(96));

const keptOf = (secret: string) => ({ secretHash: hashSecret(secret), shown: shownPartOf(secret) });
