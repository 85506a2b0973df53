import { useWords } from '../../../app/language.tsx';
import { Page } from '../../../components/page/page.tsx';
import { words } from './words.ts';

/** One field: what was gathered, the team, what came of it. */
export const FieldPage = () => {
  const w = useWords(words);
  return (
    <Page title={w.title} lead={w.lead} wide>
      {null}
    </Page>
  );
};
