import { sql } from 'drizzle-orm';
import { hearMentions } from '../../src/care/index.ts';
import type { TestHouse } from '../harness/test-house.ts';
import { openRelations, type Said } from './relations-kit.ts';

export type CaseDetail = {
  id: string;
  number: number;
  version: number;
  state: string;
  gravity: number;
  mentions: readonly { id: string }[];
  people: number;
  nextMentions: string | null;
  dueAt: string | null;
  firstAnswerAt: string | null;
  praisedAt: string | null;
  orderReference: string | null;
  steps: readonly string[];
  threads: readonly string[];
  history: readonly { kind: string; side: string; text: string | null; personName: string | null }[];
  story: { state: string; italian: string; withdrawnFor: string | null } | null;
};
export type CasePage = {
  cases: readonly { id: string; state: string; mentions: number; people: number; preview: string | null }[];
  counts: { open: number };
};

export const complaint =
  'Pacco arrivato rotto e in ritardo di due settimane, nessuno risponde. Pessimo servizio, voglio il rimborso!';
export const praise = 'Bravissimi! Grazie di cuore, il vino è ottimo e siete stati gentilissimi.';

/** A company with its ways into the room of care. */
export const openCare = async (test: TestHouse, name: string) => {
  const company = await openRelations(test, name);
  const mentionIds = async (...nativeIds: string[]): Promise<string[]> => {
    const rows = await company.rows<{ id: string; nativeId: string }>(sql`
      select id, native_id as "nativeId" from mentions where workspace_id = ${company.workspaceId}`);
    return nativeIds.map((nativeId) => rows.find((row) => row.nativeId === nativeId)?.id ?? '');
  };
  /** Hears and then does at once what the job would do a moment later; the job itself then finds nothing left. */
  const hear = async (...said: readonly Said[]) => {
    await company.hear(...said);
    await hearMentions(
      test.house.platform,
      company.workspaceId,
      await mentionIds(...said.map(({ nativeId }) => nativeId ?? '')),
    );
  };
  const cases = async (view = 'all') => company.get<CasePage>(`cases?view=${view}`);
  const detail = (id: string) => company.get<CaseDetail>(`cases/${id}`);
  const step = async (id: string, asked: Record<string, unknown>) => {
    const { version } = await detail(id);
    return company.post<{ version: number; state: string }>(`cases/${id}/steps`, { version, step: asked });
  };
  const open = async (...nativeIds: string[]) =>
    company.post<{ caseId: string; isNew: boolean }>('cases', { mentionIds: await mentionIds(...nativeIds) });
  return { ...company, hear, mentionIds, cases, detail, step, open };
};

export type Care = Awaited<ReturnType<typeof openCare>>;
