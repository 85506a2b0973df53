import { useRef, useState } from 'react';
import { unknownPlaces } from '../../../../src/conversation/model/fill-snippet.ts';
import { useWords } from '../../../app/language.tsx';
import { useMay } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { Meanwhile } from '../../../components/meanwhile/meanwhile.tsx';
import { seenOf } from '../../../components/meanwhile/use-seen.ts';
import { Section } from '../../../components/page/page.tsx';
import { Select } from '../../../components/select/select.tsx';
import { TextArea } from '../../../components/text-field/text-area.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { type Snippet, useSnippets } from '../../conversations/desk/snippet-menu.tsx';
import { useTeams } from '../../conversations/desk/use-desk.ts';
import { ToneHelp, useToneHelp } from '../../conversations/tone/tone-help.tsx';
import { useTone } from '../../conversations/tone/use-tone.ts';
import { useKeeping } from './use-keeping.ts';
import { words } from './words.ts';

/** Words that are said often. */
export const SnippetsSection = () => {
  const w = useWords(words);
  const snippets = useSnippets();
  const mayWrite = useMay()('drafts.write');
  const [open, setOpen] = useState<Snippet | 'new' | null>(null);
  return (
    <Section
      title={w.snippets}
      lead={w.snippetsLead}
      actions={mayWrite && <Button onPress={() => setOpen('new')}>{w.addSnippet}</Button>}
    >
      {snippets.length === 0 && <p className="text-ink-soft">{w.noSnippets}</p>}
      <ul className="flex flex-col">
        {snippets.map((snippet) => (
          <li
            key={snippet.id}
            className="flex items-center gap-3 border-line border-b py-row last:border-b-0"
          >
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium">{snippet.name}</p>
              <p dir="auto" className="truncate font-serif text-ink-soft">
                {snippet.body}
              </p>
            </div>
            {mayWrite && (
              <Button size="small" weight="quiet" onPress={() => setOpen(snippet)}>
                {w.change}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open && <SnippetDialog snippet={open === 'new' ? undefined : open} onClose={() => setOpen(null)} />}
    </Section>
  );
};

type SnippetDialogProps = { readonly snippet: Snippet | undefined; readonly onClose: () => void };

const SnippetDialog = ({ snippet, onClose }: SnippetDialogProps) => {
  const w = useWords(words);
  const times = useTimes();
  const teams = useTeams();
  const { keep, remove } = useKeeping<Snippet>('snippets');
  const { version, meanwhile } = seenOf(snippet, useSnippets(), keep.error);
  const [body, setBody] = useState(snippet?.body ?? '');
  const [teamId, setTeamId] = useState(snippet?.teamId ?? 'everybody');
  const unknown = unknownPlaces(body);
  const area = useRef<HTMLTextAreaElement>(null);
  const tone = useTone(body);
  // A beginning is no whole answer: only of the words that stand there, never of what is missing.
  const findings = tone.findings.filter(({ start, end }) => start < end);
  const help = useToneHelp({ ...tone, findings }, body);
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={snippet ? w.editSnippet : w.addSnippet}
      wide
    >
      <Form
        problem={keep.error ?? remove.error}
        onSubmit={({ name = '' }) =>
          keep.mutate(
            {
              ...(snippet && version !== undefined ? { id: snippet.id, version } : {}),
              name,
              body,
              teamId: teamId === 'everybody' ? null : teamId,
            },
            { onSuccess: onClose },
          )
        }
      >
        {meanwhile && <Meanwhile>{`${meanwhile.name}\n${meanwhile.body}`}</Meanwhile>}
        <TextField
          name="name"
          label={w.name}
          defaultValue={snippet?.name ?? ''}
          isRequired
          autoFocus
          maxLength={60}
          autoComplete="off"
        />
        <TextArea
          label={w.snippetBody}
          letter
          areaRef={area}
          underlines={help.underlines}
          rows={5}
          value={body}
          onChange={setBody}
          isRequired
          maxLength={20_000}
          help={unknown.length > 0 ? w.unknown(times.list(unknown)) : undefined}
        />
        <div className="pt-4 empty:hidden">
          <ToneHelp
            body={body}
            onChange={setBody}
            area={area}
            help={help}
            personalData={tone.personalData}
            isPrivate={false}
          />
        </div>
        {teams.length > 0 && (
          <Select
            label={w.forTeam}
            value={teamId}
            onChange={setTeamId}
            choices={[
              { value: 'everybody', label: w.everybody },
              ...teams.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        <FormActions>
          <Button type="submit" weight="primary" isPending={keep.isPending}>
            {w.save}
          </Button>
          {snippet && (
            <Button
              weight="danger"
              isPending={remove.isPending}
              onPress={() => remove.mutate(snippet.id, { onSuccess: onClose })}
            >
              {w.removeSnippet}
            </Button>
          )}
        </FormActions>
      </Form>
    </Dialog>
  );
};
