import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { useMay, useWorkspace } from '../../app/session.ts';
import { Button } from '../../components/button/button.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { Page } from '../../components/page/page.tsx';
import { RelativeTime } from '../../components/relative-time/relative-time.tsx';
import { SkeletonRows } from '../../components/skeleton/skeleton.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { useCrises, useCrisisChange } from './use-crisis.ts';
import { words } from './words.ts';

/** Whether one is on, those that were, and the one key that declares one. */
export const CrisesPage = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const mayDeclare = useMay()('crisis.manage');
  const [isOpen, setOpen] = useState(false);
  const { data, error, isPending, refetch } = useCrises();
  const isOn = data?.crises.some(({ state }) => state === 'declared') ?? false;
  return (
    <Page
      title={w.title}
      lead={w.lead}
      actions={
        mayDeclare &&
        data &&
        !isOn && (
          <Button weight="primary" onPress={() => setOpen(true)}>
            {w.declare}
          </Button>
        )
      }
    >
      {isPending && <SkeletonRows rows={3} rowClassName="h-16" />}
      {error && !data && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {data?.crises.length === 0 && (
        <EmptyState title={w.none} example={{ text: w.example, from: w.exampleFrom }}>
          <p>{w.noneText}</p>
        </EmptyState>
      )}
      <ul className="flex flex-col">
        {data?.crises.map((one) => (
          <li key={one.id} className="border-line border-t py-4 first:border-t-0">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <Link
                to="/$slug/crisi/$crisisId"
                params={{ slug, crisisId: one.id }}
                className="link font-medium text-read"
              >
                {one.title || w.untitled}
              </Link>
              <span className={one.state === 'declared' ? 'font-medium text-bad' : 'text-ink-soft'}>
                {w.states[one.state]}
              </span>
              <span className="text-ink-soft text-small">
                <RelativeTime at={one.declaredAt ?? one.proposedAt} />
              </span>
            </p>
          </li>
        ))}
      </ul>
      <Declare isOpen={isOpen} onClose={() => setOpen(false)} />
    </Page>
  );
};

const Declare = ({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  const change = useCrisisChange();
  return (
    <Dialog isOpen={isOpen} onOpenChange={(open) => !open && onClose()} title={w.declare}>
      <p className="mb-3 text-ink-soft">{w.declareText}</p>
      <Form
        problem={change.error}
        onSubmit={({ title = '' }) =>
          change.mutate(
            { method: 'POST', path: [], body: { title } },
            {
              onSuccess: (made) => {
                onClose();
                if (made)
                  void navigate({ to: '/$slug/crisi/$crisisId', params: { slug, crisisId: made.id } });
              },
            },
          )
        }
      >
        <TextField
          name="title"
          label={w.what}
          placeholder={w.whatHint}
          isRequired
          autoFocus
          maxLength={200}
        />
        <FormActions>
          <Button type="submit" weight="primary" isPending={change.isPending}>
            {w.declareThis}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};
