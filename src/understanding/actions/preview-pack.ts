import type { Reading } from '../../language/index.ts';
import { latestTexts } from '../../listening/index.ts';
import { type Member, may } from '../../people/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { excerptOf } from '../model/excerpt.ts';
import { readPack } from '../model/pack-text.ts';
import { selectPacks } from '../store/packs.ts';
import type { PackFailure } from './change-packs.ts';
import type { CompanyReader } from './company-reader.ts';

/** The last mentions that a pack is tried on. */
const LATEST = 200;

type Shown = Pick<Reading, 'polarity' | 'aspects'>;

export type PackPreview = {
  readonly read: number;
  readonly changed: readonly {
    readonly mentionId: string;
    readonly excerpt: string;
    readonly before: Shown;
    readonly after: Shown;
  }[];
};

/** What the company's last mentions would say with these words, in place of the pack `packId` if there is one. Nothing is kept. */
export const previewPack = async (
  platform: Pick<Platform, 'database'>,
  reader: Pick<CompanyReader, 'current'>,
  actor: Member,
  { text, packId }: { readonly text: string; readonly packId?: string | undefined },
): Promise<Result<PackPreview, PackFailure>> => {
  if (!may(actor, 'language.manage')) return err({ kind: 'not-allowed' });
  const { problems } = readPack(text);
  if (problems.length > 0) return err({ kind: 'pack-text', problems });
  const { workspaceId } = actor;
  const company = await reader.current(workspaceId);
  const { packs, texts } = await platform.database.inWorkspace(workspaceId, async (tx) => ({
    packs: await selectPacks(tx, workspaceId),
    texts: await latestTexts(tx, workspaceId, { limit: LATEST }),
  }));
  const others = packs.filter(({ id, enabled }) => enabled && id !== packId);
  const tried = company.withPacks([...others, { text }]);
  const changed = texts.flatMap((one) => {
    const [before, after] = [company.understand(one), tried.understand(one)];
    if (!before || !after || sayingOf(before) === sayingOf(after)) return [];
    return [{ mentionId: one.id, excerpt: excerptOf(one), before: shownOf(before), after: shownOf(after) }];
  });
  return ok({ read: texts.length, changed });
};

const shownOf = ({ polarity, aspects }: Reading): Shown => ({ polarity, aspects });

const sayingOf = ({ polarity, aspects }: Reading): string =>
  [polarity, ...aspects.map((each) => `${each.aspect} ${each.polarity}`).sort()].join('\n');
