import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { installationQuery } from '../../app/session.ts';
import { OutsideFrame } from '../../components/outside-frame/outside-frame.tsx';
import { PasswordStep } from './password-step.tsx';
import { words } from './words.ts';

const loadCodeStep = () => import('./code-step.tsx');
const CodeStep = lazy(() => loadCodeStep().then((module) => ({ default: module.CodeStep })));

/** The door: password or passkey, then the second factor for those who have one. */
export const SignInPage = () => {
  const w = useWords(words);
  const { dopo } = useSearch({ from: '/entra' });
  const router = useRouter();
  const client = useQueryClient();
  const installation = useQuery(installationQuery);
  const [step, setStep] = useState<'password' | 'code'>('password');
  const enter = () => {
    client.clear();
    router.history.replace(dopo ?? '/');
  };
  return step === 'password' ? (
    <OutsideFrame title={w.title} lead={installation.data?.demo ? w.demoHint : w.lead}>
      <PasswordStep onEntered={enter} onCodeNeeded={() => setStep('code')} />
    </OutsideFrame>
  ) : (
    <Suspense fallback={<OutsideFrame title={w.codeTitle}>{null}</OutsideFrame>}>
      <CodeStep onEntered={enter} />
    </Suspense>
  );
};
