import { allKeys } from '../../../app/all-keys.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { KeysList } from '../../../components/command-palette/keys-sheet.tsx';
import { words } from '../../../components/command-palette/words.ts';
import { Page } from '../../../components/page/page.tsx';

export const ShortcutsPage = () => {
  const w = useWords(words);
  return (
    <Page title={w.keysTitle}>
      <KeysList groups={allKeys(useLanguage().language)} />
    </Page>
  );
};
