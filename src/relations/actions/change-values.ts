import { audit, type Member, may } from '../../people/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { type InteractionKind, kindValues } from '../model/interactions/kinds.ts';
import { type OwnValues, valueOfKind } from '../model/ties/kind-value.ts';
import { readOwnValues, writeOwnValues } from '../store/own-values.ts';
import { askBatch } from './ask-batch.ts';

type ValueView = { readonly kind: InteractionKind; readonly value: number; readonly usual: number };
type Refusal = { readonly kind: 'not-allowed' };

const kinds = Object.keys(kindValues) as InteractionKind[];
const viewOf = (own: OwnValues): readonly ValueView[] =>
  kinds.map((kind) => ({ kind, value: valueOfKind(kind, own), usual: kindValues[kind] }));

/** What each kind of interaction is worth to this company, and what it usually is. */
export const readValues = (
  platform: Pick<Platform, 'database'>,
  actor: Member,
): Promise<Result<readonly ValueView[], Refusal>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) =>
    may(actor, 'relations.read')
      ? ok(viewOf(await readOwnValues(tx, actor.workspaceId)))
      : err({ kind: 'not-allowed' }),
  );

/** Says what kinds are worth from now on; those left out are worth the usual. The figures are made anew with them. */
export const changeValues = (
  platform: Pick<Platform, 'database' | 'clock' | 'jobs'>,
  actor: Member,
  values: OwnValues,
): Promise<Result<readonly ValueView[], Refusal>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.manage')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const own = Object.fromEntries(
      kinds.flatMap((kind) =>
        values[kind] === undefined || values[kind] === kindValues[kind] ? [] : [[kind, values[kind]]],
      ),
    );
    await writeOwnValues(tx, workspaceId, own);
    await audit(tx, actor, { action: 'values.changed', subjectKind: 'workspace', details: own });
    await askBatch(platform, tx, workspaceId);
    return ok(viewOf(own));
  });
