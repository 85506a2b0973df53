import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { company, read } from '../../../app/client.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import { useMay, useWorkspace } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Page } from '../../../components/page/page.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { MemberRow } from './member-row.tsx';
import { WaitingInvitations } from './waiting-invitations.tsx';
import { words } from './words.ts';

export const PeoplePage = () => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const mayManage = useMay()('members.manage');
  const [inviting, setInviting] = useState(false);
  const members = useQuery({
    queryKey: keys.members(id),
    queryFn: () => read(company.members.$get({ param: { workspaceId: id } })),
  });
  return (
    <Page
      title={w.title}
      lead={w.lead}
      actions={
        mayManage && (
          <Button weight="primary" onPress={() => setInviting(true)}>
            <UserPlus aria-hidden size={16} />
            {w.invite}
          </Button>
        )
      }
    >
      {members.error && <ErrorNote error={members.error} onRetry={() => void members.refetch()} />}
      {members.isPending && <SkeletonRows rows={3} />}
      <ul className="flex flex-col">
        {members.data?.members.map((member) => (
          <MemberRow key={member.personId} member={member} mayManage={mayManage} />
        ))}
      </ul>
      {mayManage && <WaitingInvitations />}
      <InviteDialog isOpen={inviting} onOpenChange={setInviting} />
    </Page>
  );
};
