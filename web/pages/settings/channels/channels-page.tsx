import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useChannels, useConnections } from '../../../app/channels.ts';
import { useWords } from '../../../app/language.tsx';
import { useMay, useWorkspace } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Page } from '../../../components/page/page.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { AddChannelDialog } from './add-channel-dialog.tsx';
import { ConnectionCard } from './connection-card.tsx';
import { FeedListButton } from './feeds/feed-list-dialog.tsx';
import { ReturnNote } from './return-note.tsx';
import { words } from './words.ts';

/** The channels that are joined up, their health, and the way to more. */
export const ChannelsPage = () => {
  const w = useWords(words);
  const { id, slug } = useWorkspace();
  const mayManage = useMay()('connections.manage');
  const navigate = useNavigate();
  const connections = useConnections(id);
  const manifests = useChannels();
  const add = mayManage && (
    <Button
      weight="primary"
      onPress={() =>
        void navigate({ to: '/$slug/impostazioni/canali', params: { slug }, search: { aggiungi: 'scegli' } })
      }
    >
      <Plus aria-hidden size={16} />
      {w.add}
    </Button>
  );
  const none = connections.data?.length === 0;
  return (
    <Page title={w.title} lead={w.lead} actions={!none && add}>
      <ReturnNote />
      {connections.error && (
        <ErrorNote error={connections.error} onRetry={() => void connections.refetch()} />
      )}
      {connections.isPending && <SkeletonRows rows={3} rowClassName="h-36" />}
      {none && (
        <EmptyState title={w.emptyTitle} action={add}>
          <p>{mayManage ? w.emptyText : w.onlyCoordinators}</p>
        </EmptyState>
      )}
      <ul className="flex flex-col gap-4">
        {connections.data?.map((connection) => (
          <li key={connection.id}>
            <ConnectionCard
              connection={connection}
              manifest={manifests.data?.find((manifest) => manifest.id === connection.channel)}
              mayManage={mayManage}
            />
          </li>
        ))}
      </ul>
      {mayManage && connections.data && (
        <div className="mt-6">
          <FeedListButton />
        </div>
      )}
      {mayManage && <AddChannelDialog />}
    </Page>
  );
};
