import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { Page } from '../../../components/page/page.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { LabelsSection } from './labels-section.tsx';
import { MineSection } from './mine-section.tsx';
import { SendingSection } from './sending-section.tsx';
import { SnippetsSection } from './snippets-section.tsx';
import { TeamsSection } from './teams-section.tsx';
import { TimeSection } from './time-section.tsx';
import { words } from './words.ts';

/** How those who answer are organised. */
export const DeskPage = () => {
  const w = useWords(words);
  const isWhole = useIsWhole();
  return (
    <Page title={w.title} lead={w.lead}>
      {!isWhole && <SkeletonRows rows={8} />}
      <div className={isWhole ? 'contents' : 'hidden'}>
        <TeamsSection />
        <TimeSection />
        <SendingSection />
        <LabelsSection />
        <SnippetsSection />
        <MineSection />
      </div>
    </Page>
  );
};

/** Whether every part has been asked for and has come, or failed: shown one by one, each would push the next away. */
const useIsWhole = (): boolean => {
  const { id } = useWorkspace();
  const client = useQueryClient();
  const queryKey = keys.desk(id);
  const fetching = useIsFetching({ queryKey });
  const [isWhole, setWhole] = useState(false);
  // The parts ask when they are mounted, before this runs.
  useEffect(() => {
    if (fetching === 0 && client.isFetching({ queryKey: keys.desk(id) }) === 0) setWhole(true);
  }, [client, fetching, id]);
  return isWhole;
};
