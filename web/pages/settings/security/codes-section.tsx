import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import { useMe } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { Badge } from '../../../components/card/card.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { Section } from '../../../components/page/page.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { BackupCodes } from './backup-codes.tsx';
import { PasswordForm } from './password-form.tsx';
import { ScanForm } from './scan-form.tsx';
import { words } from './words.ts';

type Enrolment = { readonly totpURI: string; readonly backupCodes: readonly string[] };

type Step =
  | { readonly at: 'on' | 'off' | 'renew' }
  | { readonly at: 'scan'; readonly enrolment: Enrolment }
  | { readonly at: 'codes'; readonly codes: readonly string[] }
  | null;

/** The second factor by the clock (RFC 6238): on, off, and the codes for a lost phone. */
export const CodesSection = () => {
  const w = useWords(words);
  const on = useMe().person.twoFactor;
  const client = useQueryClient();
  const [step, setStep] = useState<Step>(null);
  const refresh = () => client.invalidateQueries({ queryKey: keys.me });
  const ask = useMutation({
    mutationFn: ({ at, password }: { at: 'on' | 'off' | 'renew'; password: string }) => {
      const path = { on: 'enable', off: 'disable', renew: 'generate-backup-codes' }[at];
      return call<Partial<Enrolment>>('POST', `/api/auth/two-factor/${path}`, { password });
    },
    onSuccess: ({ totpURI, backupCodes = [] }, { at }) => {
      if (at === 'on' && totpURI) return setStep({ at: 'scan', enrolment: { totpURI, backupCodes } });
      if (at === 'renew') return setStep({ at: 'codes', codes: backupCodes });
      setStep(null);
      showToast({ text: w.turnedOff });
      void refresh();
    },
  });
  const close = () => {
    ask.reset();
    setStep(null);
  };
  const titles = {
    on: w.turnOn,
    off: w.turnOff,
    renew: w.newBackup,
    scan: w.scanTitle,
    codes: w.backupTitle,
  };
  return (
    <Section
      title={w.codesTitle}
      lead={w.codesLead}
      actions={<Badge tone={on ? 'good' : 'plain'}>{on ? w.codesOn : w.codesOff}</Badge>}
    >
      <div className="flex flex-wrap gap-3">
        {on ? (
          <>
            <Button onPress={() => setStep({ at: 'renew' })}>{w.newBackup}</Button>
            <Button weight="danger" onPress={() => setStep({ at: 'off' })}>
              {w.turnOff}
            </Button>
          </>
        ) : (
          <Button onPress={() => setStep({ at: 'on' })}>{w.turnOn}</Button>
        )}
      </div>
      <Dialog
        isOpen={step !== null}
        onOpenChange={(open) => !open && close()}
        title={step ? titles[step.at] : ''}
      >
        {step?.at === 'scan' ? (
          <ScanForm
            uri={step.enrolment.totpURI}
            onDone={() => {
              showToast({ text: w.activated, tone: 'good' });
              void refresh();
              setStep({ at: 'codes', codes: step.enrolment.backupCodes });
            }}
          />
        ) : step?.at === 'codes' ? (
          <BackupCodes codes={step.codes} onKept={close} />
        ) : step ? (
          <PasswordForm
            onPassword={(password) => ask.mutate({ at: step.at, password })}
            isPending={ask.isPending}
            problem={ask.error}
          />
        ) : null}
      </Dialog>
    </Section>
  );
};
