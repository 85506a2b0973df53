import { useWords } from '../../../app/language.tsx';
import { Page } from '../../../components/page/page.tsx';
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
  return (
    <Page title={w.title} lead={w.lead}>
      <TeamsSection />
      <TimeSection />
      <SendingSection />
      <LabelsSection />
      <SnippetsSection />
      <MineSection />
    </Page>
  );
};
