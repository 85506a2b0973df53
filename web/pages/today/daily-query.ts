import { queryOptions } from '@tanstack/react-query';
import { call, inWorkspace } from '../../app/api.ts';
import { keys } from '../../app/keys.ts';
import type { InBoth } from '../../app/language.tsx';

/** Somebody to speak with today: what they said, why, in what manner, by whom of us. */
export type DailyPerson = {
  readonly contact: {
    readonly id: string;
    readonly name: string;
    readonly company: string | null;
    readonly place: string | null;
  };
  readonly reason: string;
  readonly why: InBoth;
  readonly said: { readonly text: string; readonly mentionId: string; readonly at: string } | null;
  readonly manner: InBoth;
  /** 'visit' and 'call' happen away from the screen. */
  readonly mannerKind?: string;
  readonly channel: string | null;
  readonly by: { readonly personId: string; readonly name: string } | null;
  readonly minutes: number;
  readonly threadId: string | null;
};

export type Daily = {
  readonly day: string;
  readonly budgetMinutes: number;
  readonly minutes: number;
  readonly people: readonly DailyPerson[];
  readonly yesterday: readonly {
    readonly contact: { readonly id: string; readonly name: string };
    readonly outcome: string;
    readonly says: InBoth;
  }[];
};

export const dailyPath = (workspaceId: string): string => inWorkspace(workspaceId, 'relations', 'today');

/** Whom to speak with today, within the minutes that there are. */
export const dailyQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: keys.daily(workspaceId),
    queryFn: ({ signal }) => call<Daily>('GET', dailyPath(workspaceId), undefined, signal),
  });
