import { useState } from 'react';
import { useChannels } from '../../app/channels.ts';
import { useInBoth, useWords } from '../../app/language.tsx';
import { useMay, useWorkspace } from '../../app/session.ts';
import { Button } from '../../components/button/button.tsx';
import { LinkButton } from '../../components/button/link-button.tsx';
import { Card } from '../../components/card/card.tsx';
import { ChannelIcon } from '../../components/channel-icon/channel-icon.tsx';
import { Page } from '../../components/page/page.tsx';
import { ChannelChoice } from '../settings/channels/channel-choice.tsx';
import { ConnectForm } from '../settings/channels/connect-form.tsx';
import { FirstWords } from './first-words.tsx';
import { words } from './words.ts';

/** After the set-up: the first channel, by its handle; everything else can wait. */
export const WelcomePage = () => {
  const w = useWords(words);
  const say = useInBoth();
  const { name, slug } = useWorkspace();
  const mayConnect = useMay()('connections.manage');
  const channels = useChannels();
  const [chosen, setChosen] = useState<string | null>(null);
  const [isConnected, setConnected] = useState(false);
  const manifest = channels.data?.find(({ id }) => id === chosen);
  const params = { slug };
  if (isConnected) {
    return (
      <Page title={w.connectedTitle} lead={w.connectedText}>
        <div className="flex flex-wrap gap-3">
          <LinkButton to="/$slug/oggi" params={params} weight="primary">
            {w.toToday}
          </LinkButton>
          <LinkButton to="/$slug/ascolto" params={params}>
            {w.toListening}
          </LinkButton>
          <Button
            weight="quiet"
            onPress={() => {
              setConnected(false);
              setChosen(null);
            }}
          >
            {w.addAnother}
          </Button>
        </div>
        <FirstWords />
      </Page>
    );
  }
  return (
    <Page title={w.title(name)} lead={mayConnect ? w.lead : w.onlyCoordinators}>
      {mayConnect &&
        (manifest ? (
          <Card>
            <h2 className="mb-4 flex items-center gap-3 font-semibold text-lead">
              <ChannelIcon channel={manifest.id} icon={manifest.icon} size={22} className="text-accent" />
              {say(manifest.name)}
            </h2>
            <ConnectForm key={manifest.id} manifest={manifest} onConnected={() => setConnected(true)} />
            <Button weight="quiet" size="small" className="mt-4 -ml-3" onPress={() => setChosen(null)}>
              {w.back}
            </Button>
          </Card>
        ) : (
          <ChannelChoice onChoose={setChosen} />
        ))}
      <LinkButton to="/$slug/oggi" params={params} weight="quiet" className="mt-6 -ml-4">
        {w.later}
      </LinkButton>
    </Page>
  );
};
