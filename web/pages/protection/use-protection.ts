import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, inWorkspace } from '../../app/api.ts';
import { keys } from '../../app/keys.ts';
import { useWorkspace } from '../../app/session.ts';

export type ReportState =
  | 'collected'
  | 'reported'
  | 'removed'
  | 'refused'
  | 'no-answer'
  | 'escalated'
  | 'ended';
export type ReportKind =
  | 'false-review'
  | 'insult'
  | 'threat'
  | 'defamation'
  | 'extortion'
  | 'personal-data'
  | 'other';
export type ReportStep =
  | 'report'
  | 'hear-removed'
  | 'hear-refused'
  | 'hear-nothing'
  | 'escalate'
  | 'end'
  | 'reopen';
export type Escalation = 'trusted-flagger' | 'dispute-body' | 'agcom' | 'lawyer' | 'police';
type InBoth = { readonly it: string; readonly en: string };

export type Deadline = {
  readonly kind: 'remind' | 'appeal' | 'complaint' | 'lapses';
  readonly on: string;
  readonly daysLeft: number;
  readonly law: string;
};

export type ReportHead = {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly state: ReportState;
  readonly kind: ReportKind;
  readonly platform: string;
  readonly platformName: string;
  readonly threadId: string | null;
  readonly openedAt: string;
  readonly publishedAt: string;
  readonly endedAt: string | null;
};

export type ReportList = {
  readonly reports: readonly (ReportHead & { readonly next: Deadline | null })[];
  readonly figures: {
    readonly collected: number;
    readonly reported: number;
    readonly removed: number;
    readonly refused: number;
    readonly noAnswer: number;
    readonly escalated: number;
    readonly daysToAnswer: number | null;
  };
};

export type ReportDetail = ReportHead & {
  readonly url: string | null;
  readonly reasons: string;
  readonly visitedOn: string | null;
  readonly finding: {
    readonly kind: 'in-time' | 'too-late' | 'before-visit' | 'unknown-visit';
    readonly days?: number;
    readonly lastDay?: string;
  };
  readonly next: readonly ReportStep[];
  readonly deadlines: readonly Deadline[];
  readonly path: {
    readonly name: string;
    readonly steps: readonly InBoth[];
    readonly asks: InBoth;
    readonly link: string | null;
    readonly source: { readonly url: string; readonly readOn: string } | null;
  };
  readonly notice: InBoth;
  readonly keptUntil: string | null;
  readonly keepMonths: number;
  readonly evidence: readonly {
    readonly id: string;
    readonly collectedAt: string;
    readonly collectedByName: string | null;
    readonly isThere: boolean;
    readonly saidAt: string;
    readonly firstSeenAt: string;
    readonly versions: number;
    readonly digest: string;
  }[];
  readonly files: readonly {
    readonly id: string;
    readonly name: string;
    readonly byteLength: number;
    readonly sha256: string;
    readonly addedAt: string;
    readonly addedByName: string | null;
  }[];
  readonly steps: readonly {
    readonly step: ReportStep;
    readonly at: string;
    readonly escalatedTo: Escalation | null;
    readonly note: string;
    readonly personName: string | null;
  }[];
};

export type Shield = {
  readonly id: string;
  readonly threadId: string;
  readonly hiddenFrom: string;
  readonly hiddenFromName: string;
  readonly handlerName: string;
  readonly reason: 'insult' | 'threat' | 'other';
  readonly startedAt: string;
  readonly isOpened: boolean;
};

export type ThreadProtection = {
  readonly hiddenFromMe: Shield | null;
  readonly shields: readonly Shield[];
  readonly reports: readonly {
    readonly id: string;
    readonly number: number;
    readonly state: ReportState;
    readonly kind: ReportKind;
  }[];
};

export type Guide = {
  readonly laws: Readonly<
    Record<
      string,
      {
        readonly says: InBoth;
        readonly limits: InBoth;
        readonly source: {
          readonly name: string;
          readonly url: string | null;
          readonly readOn: string | null;
        };
      }
    >
  >;
  readonly helpLines: readonly { readonly number: string; readonly says: InBoth }[];
  readonly platforms: readonly { readonly id: string; readonly name: string }[];
};

export const useProtectionRead = <Read>(path: readonly string[], enabled = true) => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: [...keys.protection(id), ...path],
    queryFn: ({ signal }) => call<Read>('GET', inWorkspace(id, 'protection', ...path), undefined, signal),
    enabled,
    retry: false,
  });
};

/** Shields that concern me, and every conversation under one: asked once, told of changes. */
export const useShields = () => {
  const { id } = useWorkspace();
  return useQuery({
    queryKey: [...keys.protection(id), 'shields'],
    queryFn: ({ signal }) =>
      call<{ readonly shields: readonly Shield[]; readonly covered: readonly string[] }>(
        'GET',
        inWorkspace(id, 'protection', 'shields'),
        undefined,
        signal,
      ),
    staleTime: 60_000,
  });
};

type Change = {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly path: readonly string[];
  readonly body?: unknown;
};

/** Changes something of this room; whatever of it is shown is then read again. */
export const useProtectionChange = () => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ method, path, body }: Change) =>
      call<{ readonly reportId?: string } | undefined>(method, inWorkspace(id, 'protection', ...path), body),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.protection(id) }),
        client.invalidateQueries({ queryKey: keys.threads(id) }),
        client.invalidateQueries({ queryKey: keys.allThreads(id) }),
        client.invalidateQueries({ queryKey: keys.today(id) }),
      ]),
  });
};
