import { useDeferredValue, useState } from 'react';
import { Button } from '../../components/button/button.tsx';
import { Checkbox } from '../../components/checkbox/checkbox.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { SearchField } from '../../components/text-field/search-field.tsx';
import { useHeard } from '../listening/use-listening.ts';
import { useAdding } from './use-adding.ts';

type AddMentionsDialogProps = {
  readonly caseId: string;
  /** How many the case holds. */
  readonly count: number;
  readonly onClose: () => void;
};

/** From a case: more that was said of the same story, found by its words. */
export const AddMentionsDialog = ({ caseId, count, onClose }: AddMentionsDialogProps) => {
  const { w, change, chosen, flip, add } = useAdding([], onClose);
  const [search, setSearch] = useState('');
  const asked = useDeferredValue(search.trim());
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={w.addMentions} wide>
      <p className="mb-3 text-ink-soft">{w.addHelp}</p>
      <SearchField label={w.findMentions} value={search} onChange={setSearch} />
      <Form problem={change.error} onSubmit={() => add({ id: caseId, mentions: count })}>
        {asked === '' ? (
          <p className="py-3 text-ink-soft">{w.typeFirst}</p>
        ) : (
          <Found asked={asked} chosen={chosen} onFlip={flip} none={w.noMentions} />
        )}
        <FormActions>
          <Button
            type="submit"
            weight="primary"
            isPending={change.isPending}
            isDisabled={chosen.length === 0}
          >
            {chosen.length === 0 ? w.chooseSome : w.add(chosen.length)}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};

type FoundProps = {
  readonly asked: string;
  readonly chosen: readonly string[];
  readonly onFlip: (id: string) => void;
  readonly none: string;
};

const Found = ({ asked, chosen, onFlip, none }: FoundProps) => {
  const heard = useHeard({ cerca: asked });
  const mentions = heard.mentions.filter(({ ours }) => !ours);
  if (heard.isError) return <ErrorNote error={heard.error} />;
  if (heard.isSuccess && mentions.length === 0) return <p className="py-3 text-ink-soft">{none}</p>;
  return (
    <ul className="flex max-h-80 flex-col overflow-auto py-2">
      {mentions.map(({ id, author, body, title }) => (
        <li key={id}>
          <Checkbox isSelected={chosen.includes(id)} onChange={() => onFlip(id)}>
            <bdi className="font-medium">{author.name ?? author.handle}</bdi>{' '}
            <span className="line-clamp-2 font-serif">{body || title}</span>
          </Checkbox>
        </li>
      ))}
    </ul>
  );
};
