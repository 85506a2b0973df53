import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { useMay } from '../../app/session.ts';
import { Button } from '../../components/button/button.tsx';
import { Checkbox } from '../../components/checkbox/checkbox.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { Meanwhile } from '../../components/meanwhile/meanwhile.tsx';
import { seenOf } from '../../components/meanwhile/use-seen.ts';
import { Page, Section } from '../../components/page/page.tsx';
import { aspectName } from '../../components/reading/aspect-name.ts';
import { words as readingWords } from '../../components/reading/words.ts';
import { Select } from '../../components/select/select.tsx';
import { SkeletonRows } from '../../components/skeleton/skeleton.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { words } from './causes-words.ts';
import { Improvements } from './improvements.tsx';
import { useCareChange, useCareRead } from './use-care.ts';
import { asTree, type Cause, type CauseTree } from './use-causes.ts';

type Planting = Partial<Cause>;

/** Why complaints come about, and what was changed because of them. */
export const CausesPage = () => {
  const w = useWords(words);
  const may = useMay();
  const tree = useCareRead<CauseTree>('causes');
  const [planting, plant] = useState<Planting | null>(null);
  const causes = tree.data?.causes ?? [];
  const mayManage = may('causes.manage');
  const r = useWords(readingWords);
  const nameOf = (aspect: string) => aspectName(aspect, r.aspects);
  return (
    <Page title={w.title} lead={w.lead}>
      <Section title={w.tree}>
        {tree.isPending && <SkeletonRows rows={3} rowClassName="h-8" />}
        {tree.isError && <ErrorNote error={tree.error} onRetry={() => void tree.refetch()} />}
        {tree.isSuccess && causes.length === 0 && <p className="text-ink-soft">{w.noCauses}</p>}
        <ul className="flex flex-col">
          {asTree(causes).map(({ cause, depth }) => (
            <li
              key={cause.id}
              className="flex items-center justify-between gap-3 border-line border-b py-1"
              style={{ paddingInlineStart: `${depth * 1.25}rem` }}
            >
              <span className={cause.isRetired ? 'text-ink-soft' : ''}>
                {cause.name}
                {cause.isRetired && ` (${w.retired})`}
              </span>
              {mayManage && (
                <Button size="small" weight="quiet" onPress={() => plant(cause)}>
                  {w.change}
                  <span className="sr-only"> {cause.name}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
        {mayManage && (
          <Button className="mt-3" onPress={() => plant({})}>
            {w.add}
          </Button>
        )}
        {mayManage && (tree.data?.branches.length ?? 0) + (tree.data?.words.length ?? 0) > 0 && (
          <div className="mt-4">
            <p className="text-ink-soft text-small">{w.maybe}</p>
            <ul className="mt-1 flex flex-wrap gap-2">
              {tree.data?.branches.map(({ aspect, cases }) => (
                <li key={aspect}>
                  <Button size="small" onPress={() => plant({ name: nameOf(aspect), aspects: [aspect] })}>
                    {w.branch(nameOf(aspect), cases)}
                  </Button>
                </li>
              ))}
              {tree.data?.words.map(({ word, cases }) => (
                <li key={`word ${word}`}>
                  <Button size="small" onPress={() => plant({ name: word, words: [word] })}>
                    {w.branchOfWord(word, cases)}
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Section>
      <Improvements causes={causes} />
      {planting && <CauseDialog cause={planting} causes={causes} onClose={() => plant(null)} />}
    </Page>
  );
};

const TOP = 'top';
const listOf = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

type CauseDialogProps = {
  readonly cause: Planting;
  readonly causes: readonly Cause[];
  readonly onClose: () => void;
};

const CauseDialog = ({ cause, causes, onClose }: CauseDialogProps) => {
  const w = useWords(words);
  const change = useCareChange();
  const { version, meanwhile } = seenOf(cause.id ? (cause as Cause) : undefined, causes, change.error);
  const [isRetired, setRetired] = useState(cause.isRetired ?? false);
  const others = causes
    .filter(({ id }) => id !== cause.id)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={cause.id ? w.change : w.add}>
      <Form
        problem={change.error}
        onSubmit={({ name, parentId, words: said, aspects }) =>
          change.mutate(
            {
              method: cause.id ? 'PUT' : 'POST',
              path: cause.id ? ['causes', cause.id] : ['causes'],
              body: {
                name,
                parentId: parentId === TOP ? null : parentId,
                words: listOf(said),
                aspects: listOf(aspects),
                isRetired,
                ...(version === undefined ? {} : { version }),
              },
            },
            { onSuccess: onClose },
          )
        }
      >
        {meanwhile && (
          <Meanwhile>{`${meanwhile.name}: ${[...meanwhile.words, ...meanwhile.aspects].join(', ')}`}</Meanwhile>
        )}
        <TextField
          label={w.name}
          name="name"
          isRequired
          maxLength={80}
          defaultValue={cause.name ?? ''}
          autoFocus
        />
        <Select
          label={w.under}
          name="parentId"
          defaultValue={cause.parentId ?? TOP}
          choices={[{ value: TOP, label: w.top }, ...others]}
        />
        <TextField label={w.words} name="words" defaultValue={(cause.words ?? []).join(', ')} />
        <TextField
          label={w.aspects}
          help={w.aspectsHelp}
          name="aspects"
          defaultValue={(cause.aspects ?? []).join(', ')}
        />
        {cause.id && (
          <Checkbox isSelected={isRetired} onChange={setRetired}>
            {w.retire}
          </Checkbox>
        )}
        <FormActions>
          <Button type="submit" weight="primary" isPending={change.isPending}>
            {w.save}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};
