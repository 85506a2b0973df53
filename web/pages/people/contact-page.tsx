import { useWords } from '../../app/language.tsx';
import { Page } from '../../components/page/page.tsx';
import { words } from './words.ts';

/** One person: the story so far. */
export const ContactPage = () => {
  const w = useWords(words);
  return (
    <Page title={w.title} lead={w.lead} wide>
      {null}
    </Page>
  );
};
