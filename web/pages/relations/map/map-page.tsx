import { useWords } from '../../../app/language.tsx';
import { Page } from '../../../components/page/page.tsx';
import { words } from './words.ts';

/** Our web drawn, and the questions that it answers. */
export const MapPage = () => {
  const w = useWords(words);
  return (
    <Page title={w.title} lead={w.lead} wide>
      {null}
    </Page>
  );
};
