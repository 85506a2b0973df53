import { channels } from '../../channels/index.ts';
import { audit, type Member, may } from '../../people/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { ExportedWeb } from '../model/map/exported-web.ts';
import { writeCsv } from '../model/map/write-csv.ts';
import { writeGexf } from '../model/map/write-gexf.ts';
import { writeGraphml } from '../model/map/write-graphml.ts';
import { reciprocityOf } from '../model/ties/intensity.ts';
import { exportablePeople, tiesToExport } from '../store/map-reads.ts';

/** One file of some hundred megabytes is as much as programs open. */
const MOST_PEOPLE = 100_000;
const MOST_TIES = 1_000_000;

export const exportFormats = {
  graphml: { write: writeGraphml, type: 'application/xml', file: 'relazioni.graphml' },
  gexf: { write: writeGexf, type: 'application/xml', file: 'relazioni.gexf' },
  csv: { write: writeCsv, type: 'text/csv; charset=utf-8', file: 'relazioni.csv' },
} as const;
export type ExportFormat = keyof typeof exportFormats;

/** The company's web as a file: people whom their channels let us tell of, and the ties among these. */
export const exportWeb = (
  platform: Pick<Platform, 'database'>,
  actor: Member,
  format: ExportFormat,
): Promise<Result<string, { readonly kind: 'not-allowed' }>> =>
  platform.database.inWorkspace(actor.workspaceId, async (tx) => {
    if (!may(actor, 'relations.manage')) return err({ kind: 'not-allowed' });
    const { workspaceId } = actor;
    const exportable = channels.filter(({ manifest }) => manifest.dataTerms.exportable);
    const ids = exportable.map(({ manifest }) => manifest.id);
    const people = await exportablePeople(tx, workspaceId, ids, MOST_PEOPLE);
    const there = new Set(people.map(({ id }) => id));
    const ties = (await tiesToExport(tx, workspaceId, MOST_TIES)).filter(
      ({ a, b }) => there.has(a) && there.has(b),
    );
    await audit(tx, actor, {
      action: 'relations.exported',
      subjectKind: 'workspace',
      subjectId: workspaceId,
      details: { format, people: people.length },
    });
    const web: ExportedWeb = {
      people,
      ties: ties.map(({ a, b, ab, ba }) => ({ a, b, strength: ab + ba, reciprocity: reciprocityOf(ab, ba) })),
    };
    return ok(exportFormats[format].write(web));
  });
