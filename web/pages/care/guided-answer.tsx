import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call, inWorkspace } from '../../app/api.ts';
import { useWords } from '../../app/language.tsx';
import { useMay, useMe, useWorkspace } from '../../app/session.ts';
import { Button } from '../../components/button/button.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { Section } from '../../components/page/page.tsx';
import { TextArea } from '../../components/text-field/text-area.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { firstName } from '../conversations/use-members.ts';
import { words } from './answer-words.ts';
import { type AnswerParts, appendTo, composeAnswer } from './compose-answer.ts';
import { type CaseDetail, useCareRead } from './use-care.ts';

type Draft = {
  readonly body: string;
  readonly options: Readonly<Record<string, string>>;
  readonly media: readonly { readonly uploadId: string; readonly alt: string }[];
  readonly suggestionId: string | null;
};

/** Helps to answer a complaint as a person: the parts become a draft of the conversation, where everything is checked and sent. */
export const GuidedAnswer = ({ one }: { readonly one: CaseDetail }) => {
  const w = useWords(words);
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const threadId = one.threads[0];
  if (!threadId || !may('drafts.write') || one.state === 'undone') return null;
  const isOutcome = one.endedAt !== null;
  return (
    <Section title={w.title}>
      <Button onPress={() => setOpen(true)}>{isOutcome ? w.outcome : w.answer}</Button>
      <Dialog isOpen={isOpen} onOpenChange={setOpen} title={isOutcome ? w.outcome : w.answer} wide>
        <AnswerForm threadId={threadId} isOutcome={isOutcome} />
      </Dialog>
    </Section>
  );
};

const useAnswer = (threadId: string) => {
  const { id, slug } = useWorkspace();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (parts: AnswerParts) => {
      const thread = await call<{ draft: Draft | null }>('GET', inWorkspace(id, 'threads', threadId));
      const { body = '', options = {}, media = [], suggestionId = null } = thread.draft ?? {};
      const kept = media.map(({ uploadId, alt }) => ({ uploadId, alt }));
      const draft: Draft = { body: appendTo(body, composeAnswer(parts)), options, media: kept, suggestionId };
      await call('PUT', inWorkspace(id, 'threads', threadId, 'draft'), draft);
    },
    onSuccess: () => void navigate({ to: '/$slug/conversazioni/$threadId', params: { slug, threadId } }),
  });
};

type FormProps = { readonly threadId: string; readonly isOutcome: boolean };

const AnswerForm = ({ threadId, isOutcome }: FormProps) => {
  const w = useWords(words);
  const me = useMe().person;
  const answer = useAnswer(threadId);
  return (
    <Form
      problem={answer.error}
      onSubmit={({ acknowledge = '', next = '', when = '', name = '' }) =>
        answer.mutate({ acknowledge, next, when, name })
      }
    >
      <p className="text-ink-soft">{isOutcome ? w.outcomeHelp : w.help}</p>
      <TextArea
        label={isOutcome ? w.outcomeField : w.acknowledge}
        placeholder={isOutcome ? w.outcomeHint : w.acknowledgeHint}
        name="acknowledge"
        letter
        isRequired
        autoFocus
      />
      {!isOutcome && (
        <div className="grid gap-3 tablet:grid-cols-2">
          <TextField label={w.next} placeholder={w.nextHint} name="next" isRequired />
          <TextField label={w.when} placeholder={w.whenHint} name="when" isRequired />
        </div>
      )}
      <TextField label={w.name} name="name" isRequired defaultValue={firstName(me.name)} />
      <FormActions>
        <Button type="submit" weight="primary" isPending={answer.isPending}>
          {w.save}
        </Button>
      </FormActions>
      {!isOutcome && <Examples />}
    </Form>
  );
};

const Examples = () => {
  const w = useWords(words);
  const found = useCareRead<{ readonly examples: readonly { mentionId: string; body: string }[] }>(
    'care',
    'examples',
  );
  if (!found.data || found.data.examples.length === 0) return null;
  return (
    <section className="mt-2 border-line border-t pt-3">
      <h3 className="font-medium text-ink-soft text-small">{w.examples}</h3>
      {found.data.examples.map(({ mentionId, body }) => (
        <blockquote
          key={mentionId}
          className="letter mt-2 line-clamp-6 whitespace-pre-line border-line border-l-2 pl-3"
        >
          {body}
        </blockquote>
      ))}
    </section>
  );
};
