import { useWords } from '../../../app/language.tsx';
import { Page } from '../../../components/page/page.tsx';
import { words } from './words.ts';

/** Our web of people, told in sentences. */
export const OverviewPage = () => {
  const w = useWords(words);
  return (
    <Page title={w.title} lead={w.lead}>
      {null}
    </Page>
  );
};
