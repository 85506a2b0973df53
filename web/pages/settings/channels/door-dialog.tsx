import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { company, read } from '../../../app/client.ts';
import { keys } from '../../../app/keys.ts';
import { useInBoth, useWords } from '../../../app/language.tsx';
import { describeProblem } from '../../../app/problems.ts';
import { useWorkspace } from '../../../app/session.ts';
import type { ConnectionView } from '../../../app/views.ts';
import { Button } from '../../../components/button/button.tsx';
import { CopyLine } from '../../../components/copy-line/copy-line.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { words } from './words.ts';

type DoorDialogProps = {
  readonly connection: ConnectionView;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
};

/** The address at which others bring things to this channel, to be copied where it belongs. */
export const DoorDialog = ({ connection, isOpen, onOpenChange }: DoorDialogProps) => {
  const w = useWords(words);
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={w.doorTitle(connection.name)} wide>
      {isOpen && <DoorContent connection={connection} />}
    </Dialog>
  );
};

const DoorContent = ({ connection }: { readonly connection: ConnectionView }) => {
  const w = useWords(words);
  const say = useInBoth();
  const { id } = useWorkspace();
  const client = useQueryClient();
  const routes = company.connections[':id'].door;
  const param = { workspaceId: id, id: connection.id };
  const queryKey = [...keys.connections(id), connection.id, 'door'];
  const shown = useQuery({ queryKey, queryFn: () => read(routes.$get({ param })) });
  const renew = useMutation({
    mutationFn: () => read(routes.$post({ param })),
    onSuccess: (answer) => {
      client.setQueryData(queryKey, answer);
      showToast({ text: w.doorRenewed, tone: 'good' });
    },
    onError: (error) => showToast({ text: describeProblem(error).title, tone: 'bad' }),
  });
  if (shown.error) return <p role="alert">{describeProblem(shown.error).title}</p>;
  const door = shown.data?.door;
  if (!door) return <p className="text-ink-soft">{w.doorWait}</p>;
  return (
    <div className="grid gap-4">
      <CopyLine text={door.url} label={w.door} />
      <p className="break-words">{say(door.help)}</p>
      {door.token && (
        <div className="grid gap-2">
          <p className="font-medium">{say(door.token.label)}</p>
          <CopyLine text={door.token.value} label={say(door.token.label)} />
        </div>
      )}
      <p className="text-ink-soft text-small">{w.doorRenewText}</p>
      <Button onPress={() => renew.mutate()} isPending={renew.isPending} className="justify-self-start">
        {w.doorRenew}
      </Button>
    </div>
  );
};
