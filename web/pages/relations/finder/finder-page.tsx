import { useWords } from '../../../app/language.tsx';
import { Page } from '../../../components/page/page.tsx';
import { words } from './words.ts';

/** The fields whose people we look for. */
export const FinderPage = () => {
  const w = useWords(words);
  return (
    <Page title={w.title} lead={w.lead}>
      {null}
    </Page>
  );
};
