import { Navigate } from '@tanstack/react-router';
import { useWords } from '../../app/language.tsx';
import { useWorkspace } from '../../app/session.ts';
import { Page } from '../../components/page/page.tsx';
import { SettingsNav } from './settings-nav.tsx';
import { words } from './words.ts';

/** On the phone the list of places; at the desk, where the list is beside, the first of them. */
export const SettingsHome = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  if (matchMedia('(min-width: 60rem)').matches) {
    return <Navigate to="/$slug/impostazioni/profilo" params={{ slug }} replace />;
  }
  return (
    <Page title={w.title}>
      <SettingsNav />
    </Page>
  );
};
