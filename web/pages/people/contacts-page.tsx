import { useWords } from '../../app/language.tsx';
import { Page } from '../../components/page/page.tsx';
import { words } from './words.ts';

/** Everyone we have to do with, across channels. */
export const ContactsPage = () => {
  const w = useWords(words);
  return (
    <Page title={w.title} lead={w.lead} wide>
      {null}
    </Page>
  );
};
