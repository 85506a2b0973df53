import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { MonitorSmartphone } from 'lucide-react';
import { api, done, read } from '../../../app/client.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import type { SessionView } from '../../../app/views.ts';
import { Button } from '../../../components/button/button.tsx';
import { Badge } from '../../../components/card/card.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Section } from '../../../components/page/page.tsx';
import { RelativeTime } from '../../../components/relative-time/relative-time.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { deviceOf } from './device-name.ts';
import { words } from './words.ts';

export const SessionsSection = () => {
  const w = useWords(words);
  const client = useQueryClient();
  const list = useQuery({
    queryKey: keys.sessions,
    queryFn: () => read(api.me.sessions.$get()),
  });
  const end = useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (const id of ids) await done(api.me.sessions[':id'].$delete({ param: { id } }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.sessions }),
  });
  const sessions = list.data?.sessions ?? [];
  const others = sessions.filter((session) => !session.current).map(({ id }) => id);
  return (
    <Section
      title={w.sessionsTitle}
      lead={w.sessionsLead}
      actions={
        others.length > 1 && (
          <Button size="small" onPress={() => end.mutate(others)} isPending={end.isPending}>
            {w.signOutOthers}
          </Button>
        )
      }
    >
      {(list.error ?? end.error) && (
        <ErrorNote error={list.error ?? end.error} onRetry={() => void list.refetch()} />
      )}
      {list.isPending && <SkeletonRows rows={2} />}
      <ul className="flex flex-col">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={() => end.mutate([session.id])} />
        ))}
      </ul>
    </Section>
  );
};

const SessionRow = ({ session, onEnd }: { readonly session: SessionView; readonly onEnd: () => void }) => {
  const w = useWords(words);
  const device = deviceOf(session.userAgent);
  const name = device ? w.onSystem(device.browser, device.system) : w.unknownDevice;
  return (
    <li className="flex flex-wrap items-center gap-3 border-line border-b py-row last:border-b-0">
      <MonitorSmartphone aria-hidden size={18} className="text-ink-soft" />
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{name}</span>
        <span className="text-ink-soft text-small">
          {w.lastSeen} <RelativeTime at={session.lastSeenAt} />
          {session.ipAddress && ` · ${session.ipAddress}`}
        </span>
      </span>
      {session.current ? (
        <Badge tone="good">{w.thisOne}</Badge>
      ) : (
        <Button size="small" weight="quiet" onPress={onEnd} aria-label={`${w.signOutThere}: ${name}`}>
          {w.signOutThere}
        </Button>
      )}
    </li>
  );
};
