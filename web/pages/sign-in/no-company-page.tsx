import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useWords } from '../../app/language.tsx';
import { signOut } from '../../app/sign-out.ts';
import { Button } from '../../components/button/button.tsx';
import { OutsideFrame } from '../../components/outside-frame/outside-frame.tsx';
import { words } from './words.ts';

/** For who has an account but no company (any more). */
export const NoCompanyPage = () => {
  const w = useWords(words);
  const client = useQueryClient();
  const navigate = useNavigate();
  return (
    <OutsideFrame title={w.nowhereTitle} lead={w.nowhereLead}>
      <Button onPress={() => void signOut(client).then(() => navigate({ to: '/entra' }))}>{w.signOut}</Button>
    </OutsideFrame>
  );
};
