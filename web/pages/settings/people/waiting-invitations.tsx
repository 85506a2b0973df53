import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { MailOpen } from 'lucide-react';
import { company, done, read } from '../../../app/client.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Section } from '../../../components/page/page.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { words as roleWords } from './role-words.ts';
import { words } from './words.ts';

/** The places offered and not yet taken; nothing at all when there are none. */
export const WaitingInvitations = () => {
  const w = useWords(words);
  const r = useWords(roleWords);
  const times = useTimes();
  const { id } = useWorkspace();
  const client = useQueryClient();
  const list = useQuery({
    queryKey: keys.invitations(id),
    queryFn: () => read(company.invitations.$get({ param: { workspaceId: id } })),
  });
  const withdraw = useMutation({
    mutationFn: (invitationId: string) =>
      done(company.invitations[':id'].$delete({ param: { workspaceId: id, id: invitationId } })),
    onSuccess: () => showToast({ text: w.withdrawn }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.invitations(id) }),
  });
  const problem = list.error ?? withdraw.error;
  if (!problem && !list.data?.invitations.length) return null;
  return (
    <div className="mt-8">
      <Section title={w.waiting} lead={w.waitingLead}>
        {problem && <ErrorNote error={problem} />}
        <ul>
          {list.data?.invitations.map((invitation) => (
            <li key={invitation.id} className="flex items-center gap-3 border-line border-b py-row">
              <MailOpen aria-hidden size={18} className="text-ink-soft" />
              <div className="min-w-0 flex-1">
                <p className="truncate font-medium">{invitation.email}</p>
                <p className="text-ink-soft text-small">
                  {times.list(invitation.roles.map((role) => r[role].name.toLocaleLowerCase()))} ·{' '}
                  {w.expires(times.date(invitation.expiresAt))}
                </p>
              </div>
              <Button
                size="small"
                weight="quiet"
                aria-label={`${w.withdraw}: ${invitation.email}`}
                onPress={() => withdraw.mutate(invitation.id)}
              >
                {w.withdraw}
              </Button>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
};
