import { useNavigate } from '@tanstack/react-router';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { Page } from '../../../components/page/page.tsx';
import { FieldForm } from './field-form.tsx';
import { useSaveField } from './use-fields.ts';
import { words } from './words.ts';

/** Describes a new field, and goes to it. */
export const NewFieldPage = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  const save = useSaveField(undefined);
  return (
    <Page title={w.newTitle} lead={w.newLead}>
      <FieldForm
        problem={save.error}
        isPending={save.isPending}
        onCancel={() => void navigate({ to: '/$slug/relazioni/trova', params: { slug } })}
        onSave={(draft) =>
          save.mutate(draft, {
            onSuccess: ({ id }) =>
              void navigate({ to: '/$slug/relazioni/trova/$fieldId', params: { slug, fieldId: id } }),
          })
        }
      />
    </Page>
  );
};
