import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Change, Timeline } from '../../../../src/listening/actions/timeline.ts';
import { call, inWorkspace, query } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useLanguage } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';

export type { Change, Timeline };
export type Step = 'day' | 'week' | 'month';
export type TimelineChoice = {
  readonly days: number;
  readonly by: Step;
  readonly channel: string | undefined;
  readonly watches: readonly string[];
};

const DAY_MS = 86_400_000;
/** The time begins and ends at a whole hour, so that the same question has the same name for a while. */
const HOUR_MS = 3_600_000;

export const useTimeline = ({ days, by, channel, watches }: TimelineChoice) => {
  const { id } = useWorkspace();
  const { timeZone: zone } = useLanguage();
  const end = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS;
  const asked = {
    since: new Date(end - days * DAY_MS).toISOString(),
    until: new Date(end).toISOString(),
    by,
    zone,
    channel,
    watches: watches.join(','),
  };
  return useQuery({
    queryKey: [...keys.mentions(id), 'timeline', asked],
    queryFn: ({ signal }) =>
      call<Timeline>('GET', inWorkspace(id, 'timeline') + query(asked), undefined, signal),
    placeholderData: keepPreviousData,
  });
};

/** What explains the span that begins on this day. */
export const useChange = (from: string, by: Step, channel: string | undefined) => {
  const { id } = useWorkspace();
  const { timeZone: zone } = useLanguage();
  const [since, until] = spanOf(from, by);
  const asked = { since: since.toISOString(), until: until.toISOString(), by, zone, channel };
  return useQuery({
    queryKey: [...keys.mentions(id), 'change', asked],
    queryFn: ({ signal }) =>
      call<Change>('GET', inWorkspace(id, 'timeline', 'change') + query(asked), undefined, signal),
  });
};

const spanOf = (from: string, by: Step): readonly [Date, Date] => {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const at = (months: number, days: number) => new Date(year, month - 1 + months, day + days);
  return [at(0, 0), by === 'day' ? at(0, 1) : by === 'week' ? at(0, 7) : at(1, 0)];
};
