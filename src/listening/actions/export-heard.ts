import { findChannel } from '../../channels/index.ts';
import { audit, findWorkspace, type Member } from '../../people/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { exportedMention } from '../model/export/exported-mention.ts';
import { type ExportFormat, type ExportName, exportFormats } from '../model/export/formats.ts';
import type { SearchAsked } from '../model/search/search-asked.ts';
import { readSearchPlace } from '../model/search/search-place.ts';
import { selectWatches } from '../store/watches.ts';
import { search } from './search.ts';
import { noThreads } from './threads-of.ts';

const PAGE = 200;

/** True where a channel's terms let its content be taken elsewhere; false for channels that are no longer known. */
const mayLeave = (channel: string): boolean => findChannel(channel)?.manifest.dataTerms.exportable === true;

/**
 * Everything that answers to a search, the latest first, in pieces of a file: a page at a time is in memory, however
 * much there is. What a channel's terms keep here is counted and left out. Who exported what stands in the log.
 */
export async function* exportHeard(
  platform: Pick<Platform, 'database' | 'clock'>,
  actor: Member,
  asked: SearchAsked,
  wanted: { readonly format: ExportName; readonly language: 'it' | 'en' },
): AsyncGenerator<string> {
  const { workspaceId } = actor;
  const format: ExportFormat = exportFormats[wanted.format];
  const { facts, watchNames } = await platform.database.inWorkspace(workspaceId, async (tx) => {
    const details = { format: wanted.format, filters: Object.keys(asked).sort() };
    await audit(tx, actor, {
      action: 'mentions.exported',
      subjectKind: 'workspace',
      subjectId: workspaceId,
      details,
    });
    const company = await findWorkspace(tx, workspaceId);
    const watches = await selectWatches(tx, workspaceId, platform.clock.now());
    return {
      facts: {
        company: company?.name ?? '',
        zone: company?.timeZone ?? 'Europe/Rome',
        language: wanted.language,
        at: platform.clock.now(),
      },
      watchNames: new Map(watches.map(({ id, name }) => [id, name])),
    };
  });
  yield format.head(facts);
  let [written, left] = [0, 0];
  let after: string | null | undefined;
  do {
    const part = { limit: PAGE, ...(after ? { after: readSearchPlace(after) } : {}) };
    const page = await search(platform, workspaceId, { ...asked, sort: 'time' }, part, noThreads);
    const leaving = page.mentions.filter(({ channel }) => mayLeave(channel));
    written += leaving.length;
    left += page.mentions.length - leaving.length;
    if (leaving.length > 0)
      yield leaving.map((mention) => format.row(exportedMention(mention, watchNames), facts)).join('');
    after = page.next;
  } while (after);
  yield format.foot(facts, written, left);
}
