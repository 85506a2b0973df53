import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { ChevronLeft, PenLine, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { useMay, useWorkspace } from '../../../app/session.ts';
import { Waiting } from '../../../app/shell/waiting.tsx';
import { useTimes } from '../../../app/times.ts';
import { IconButton } from '../../../components/button/icon-button.tsx';
import { ConfirmDialog } from '../../../components/dialog/confirm-dialog.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Page, Section } from '../../../components/page/page.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { useFigures } from '../use-figures.ts';
import type { FieldView } from '../views.ts';
import { FieldForm } from './field-form.tsx';
import { Follow } from './follow.tsx';
import { Gathered } from './gathered.tsx';
import { SavedTeams } from './saved-teams.tsx';
import { Team } from './team.tsx';
import { useField, useRefreshed, useRemoveField, useSaveField } from './use-fields.ts';
import { words } from './words.ts';

/** One field: what was gathered, the team, what came of it. Money has no place on this page. */
export const FieldPage = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const { fieldId = '' } = useParams({ strict: false });
  const [isRemoved, setRemoved] = useState(false);
  const { data, error, isPending, refetch } = useField(fieldId, !isRemoved);
  if (isRemoved) return <Waiting />;
  return (
    <Page
      title={data?.name ?? w.title}
      lead={data && (data.description || <Recognised field={data} />)}
      actions={data && <FieldActions field={data} onRemoved={() => setRemoved(true)} />}
    >
      <Link
        to="/$slug/relazioni/trova"
        params={{ slug }}
        className="-mt-3 mb-5 -ml-1.5 flex min-h-control w-fit items-center gap-1 text-ink-soft no-underline hover:text-ink"
      >
        <ChevronLeft aria-hidden size={18} />
        {w.back}
      </Link>
      {isPending && <SkeletonRows rows={5} rowClassName="h-20" />}
      {!data && error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {data && <Parts field={data} />}
    </Page>
  );
};

const Parts = ({ field }: { readonly field: FieldView }) => {
  const w = useWords(words);
  return (
    <>
      <Section title={w.gathering} lead={w.gatheringLead}>
        <Gathered fieldId={field.id} />
      </Section>
      <Team field={field} />
      <Section title={w.savedTeams} lead={w.savedLead}>
        <SavedTeams fieldId={field.id} />
      </Section>
      <Section title={w.follow} lead={w.followLead}>
        <Follow fieldId={field.id} />
      </Section>
    </>
  );
};

/** What a field is recognised by, in a line. */
const Recognised = ({ field }: { readonly field: FieldView }) => {
  const w = useWords(words);
  const times = useTimes();
  const { tenth } = useFigures();
  const parts = [...field.words, ...field.tags.map((tag) => `#${tag}`), ...field.places];
  return (
    <>
      {parts.length > 0 && `${times.list(parts)}. `}
      {w.hoursOf(tenth(field.hoursPerMonth))}.
    </>
  );
};

type FieldActionsProps = { readonly field: FieldView; readonly onRemoved: () => void };

const FieldActions = ({ field, onRemoved }: FieldActionsProps) => {
  const w = useWords(words);
  const may = useMay();
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'change' | 'remove' | null>(null);
  const save = useSaveField(field.id);
  const remove = useRemoveField(field.id);
  const refresh = useRefreshed();
  if (!may('relations.manage')) return null;
  return (
    <>
      <IconButton
        label={w.change}
        icon={<PenLine aria-hidden size={18} />}
        onPress={() => setOpen('change')}
      />
      <IconButton
        label={w.remove}
        icon={<Trash2 aria-hidden size={18} />}
        onPress={() => setOpen('remove')}
      />
      <Dialog isOpen={open === 'change'} onOpenChange={() => setOpen(null)} title={w.change} wide>
        <FieldForm
          field={field}
          problem={save.error}
          isPending={save.isPending}
          onCancel={() => setOpen(null)}
          onSave={(draft) =>
            save.mutate(draft, {
              onSuccess: () => {
                setOpen(null);
                showToast({ tone: 'good', text: w.saved });
              },
            })
          }
        />
      </Dialog>
      <ConfirmDialog
        isOpen={open === 'remove'}
        onOpenChange={() => setOpen(null)}
        title={w.removeTitle}
        action={w.remove}
        isPending={remove.isPending}
        problem={remove.error}
        onConfirm={() =>
          remove.mutate(undefined, {
            onSuccess: () => {
              onRemoved();
              showToast({ text: w.removed });
              void navigate({ to: '/$slug/relazioni/trova', params: { slug } }).then(refresh);
            },
          })
        }
      >
        <p>{w.removeText}</p>
      </ConfirmDialog>
    </>
  );
};
