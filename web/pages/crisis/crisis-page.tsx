import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { useMay } from '../../app/session.ts';
import { Button } from '../../components/button/button.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { Page } from '../../components/page/page.tsx';
import { RelativeTime } from '../../components/relative-time/relative-time.tsx';
import { SkeletonRows } from '../../components/skeleton/skeleton.tsx';
import { TextArea } from '../../components/text-field/text-area.tsx';
import { LinePart } from './line-part.tsx';
import { LogPart } from './log-part.tsx';
import { ReviewPart } from './review-part.tsx';
import { StatusPart } from './status-part.tsx';
import { TeamPart } from './team-part.tsx';
import { type Crisis, useCrisis, useCrisisChange } from './use-crisis.ts';
import { words } from './words.ts';

export const CrisisPage = () => {
  const { crisisId } = useParams({ strict: false });
  return crisisId ? <Opened key={crisisId} crisisId={crisisId} /> : null;
};

const Opened = ({ crisisId }: { readonly crisisId: string }) => {
  const w = useWords(words);
  const { data, error, isPending, refetch } = useCrisis(crisisId);
  return (
    <Page
      title={data?.title || (data ? w.untitled : w.title)}
      lead={
        data && (
          <>
            {w.states[data.state]} · <RelativeTime at={data.declaredAt ?? data.proposedAt} />
          </>
        )
      }
      actions={data && <Steps crisis={data} />}
    >
      {isPending && <SkeletonRows rows={4} rowClassName="h-24" />}
      {error && !data && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {data && data.declaredAt !== null && <Parts crisis={data} />}
    </Page>
  );
};

const Parts = ({ crisis }: { readonly crisis: Crisis }) => (
  <>
    {crisis.state === 'closed' && <ReviewPart key={crisis.version} crisis={crisis} />}
    <LinePart crisis={crisis} />
    <LogPart crisis={crisis} />
    <TeamPart crisis={crisis} />
    <StatusPart crisis={crisis} />
  </>
);

const Steps = ({ crisis }: { readonly crisis: Crisis }) => {
  const w = useWords(words);
  const mayManage = useMay()('crisis.manage');
  const change = useCrisisChange();
  const [isClosing, setClosing] = useState(false);
  const { id, version, steps } = crisis;
  const take = (step: Crisis['steps'][number], text = '') =>
    change.mutate(
      { method: 'POST', path: [id, 'steps'], body: { version, step, text } },
      { onSuccess: () => setClosing(false) },
    );
  if (!mayManage) return null;
  return (
    <>
      {steps.includes('declare') && (
        <Button weight="primary" onPress={() => take('declare')} isPending={change.isPending}>
          {w.declareThis}
        </Button>
      )}
      {steps.includes('dismiss') && <Button onPress={() => take('dismiss')}>{w.dismiss}</Button>}
      {steps.includes('close') && <Button onPress={() => setClosing(true)}>{w.close}</Button>}
      {steps.includes('reopen') && <Button onPress={() => take('reopen')}>{w.reopen}</Button>}
      {change.error && !isClosing && <ErrorNote error={change.error} />}
      <Dialog isOpen={isClosing} onOpenChange={setClosing} title={w.close}>
        <p className="mb-3 text-ink-soft">{w.closeText}</p>
        <Form problem={change.error} onSubmit={({ text = '' }) => take('close', text)}>
          <TextArea name="text" label={w.closeWhy} autoFocus />
          <FormActions>
            <Button type="submit" weight="primary" isPending={change.isPending}>
              {w.close}
            </Button>
          </FormActions>
        </Form>
      </Dialog>
    </>
  );
};
