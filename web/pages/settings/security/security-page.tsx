import { useWords } from '../../../app/language.tsx';
import { Page } from '../../../components/page/page.tsx';
import { CodesSection } from './codes-section.tsx';
import { PasskeysSection } from './passkeys-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { SessionsSection } from './sessions-section.tsx';
import { words } from './words.ts';

export const SecurityPage = () => {
  const w = useWords(words);
  return (
    <Page title={w.title} lead={w.lead}>
      <CodesSection />
      <PasskeysSection />
      <PasswordSection />
      <SessionsSection />
    </Page>
  );
};
