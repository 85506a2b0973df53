import { useNavigate, useSearch } from '@tanstack/react-router';
import { useChannels } from '../../../app/channels.ts';
import { useInBoth, useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { ChannelChoice } from './channel-choice.tsx';
import { ConnectForm } from './connect-form.tsx';
import { words } from './words.ts';

/** Choosing and joining a channel; which one is in the address, so that "back" goes back. */
export const AddChannelDialog = () => {
  const w = useWords(words);
  const say = useInBoth();
  const { slug } = useWorkspace();
  const { aggiungi } = useSearch({ from: '/$slug/impostazioni/canali' });
  const navigate = useNavigate();
  const channels = useChannels();
  const go = (next?: string) =>
    void navigate({
      to: '/$slug/impostazioni/canali',
      params: { slug },
      search: next ? { aggiungi: next } : {},
    });
  const manifest = channels.data?.find(({ id }) => id === aggiungi);
  return (
    <Dialog
      isOpen={aggiungi !== undefined}
      onOpenChange={(isOpen) => !isOpen && go()}
      title={manifest ? w.addTitle(say(manifest.name)) : w.choose}
      wide
    >
      {manifest ? (
        <>
          <ConnectForm
            key={manifest.id}
            manifest={manifest}
            onConnected={(connection) => {
              showToast({ text: w.connected(connection.name), tone: 'good' });
              go();
            }}
          />
          <Button weight="quiet" size="small" className="mt-4 -ml-3" onPress={() => go('scegli')}>
            {w.otherChannel}
          </Button>
        </>
      ) : (
        <ChannelChoice onChoose={go} />
      )}
    </Dialog>
  );
};
