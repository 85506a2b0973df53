import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { useMay } from '../../app/session.ts';
import { useTimes } from '../../app/times.ts';
import { Button } from '../../components/button/button.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { Select } from '../../components/select/select.tsx';
import { TextArea } from '../../components/text-field/text-area.tsx';
import { choicesOf, sayAnswer } from './say-answer.ts';
import { ThanksCard } from './thanks-card.tsx';
import { type Answer, type Proposal, useAfterwardsChange, useThreadAfterwards } from './use-afterwards.ts';
import { words } from './words.ts';

type ThreadAfterwardsProps = {
  readonly threadId: string;
  /** A draft is there now, to be shown. */
  readonly onDraft: () => void;
};

/** Under a conversation, when there is something left to say in it: the question, what they answered, a thank-you. */
export const ThreadAfterwards = ({ threadId, onDraft }: ThreadAfterwardsProps) => {
  const w = useWords(words);
  const times = useTimes();
  const mayRead = useMay()('askings.read');
  const { data } = useThreadAfterwards(threadId);
  if (!mayRead || !data) return null;
  const { proposal, answer, askedAt, thanks } = data;
  return (
    <>
      {answer && <AnswerLine answer={answer} />}
      {askedAt && !answer && <p className="mb-3 text-ink-soft text-small">{w.asked(times.ago(askedAt))}</p>}
      {proposal && <AskCard key={proposal.id} proposal={proposal} />}
      {thanks && <ThanksCard key={thanks.mentionId} thanks={thanks} onDraft={onDraft} />}
    </>
  );
};

const AskCard = ({ proposal }: { readonly proposal: Proposal }) => {
  const w = useWords(words);
  const [isOpen, setOpen] = useState(false);
  const change = useAfterwardsChange();
  const { id, question, body } = proposal;
  return (
    <section className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg bg-note p-3">
      <div className="min-w-0 flex-1 basis-56">
        <h3 className="font-medium">{w.askTitle}</h3>
        <p className="text-ink-soft text-small">{question === 'solved' ? w.askSolvedHelp : w.askHelp}</p>
      </div>
      <Button size="small" weight="primary" onPress={() => setOpen(true)}>
        {w.ask}
      </Button>
      <Button
        size="small"
        weight="quiet"
        onPress={() => change.mutate({ method: 'POST', path: ['askings', id, 'dismiss'] })}
      >
        {w.notNow}
      </Button>
      <Dialog isOpen={isOpen} onOpenChange={setOpen} title={w.askTitle} wide>
        <Form
          problem={change.error}
          onSubmit={({ body: text = '' }) =>
            change.mutate(
              { method: 'POST', path: ['askings', id, 'send'], body: { body: text } },
              { onSuccess: () => setOpen(false) },
            )
          }
        >
          <TextArea label={w.text} name="body" defaultValue={body} rows={6} letter isRequired autoFocus />
          <FormActions>
            <Button type="submit" weight="primary" isPending={change.isPending}>
              {w.send}
            </Button>
          </FormActions>
        </Form>
      </Dialog>
    </section>
  );
};

/** What machines misread is put right where it is read; what they chose on the page is theirs. */
const AnswerLine = ({ answer }: { readonly answer: Answer }) => {
  const w = useWords(words);
  const maySend = useMay()('replies.send');
  const change = useAfterwardsChange();
  const said = sayAnswer(w, answer);
  const choices = choicesOf(w, answer).map((label, index) => ({ value: String(index + 1), label }));
  return (
    <section className="mb-3 flex flex-wrap items-end justify-between gap-x-4 gap-y-2 rounded-lg border border-line p-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium">{answer.question === 'solved' ? w.saidSolved(said) : w.saidHow(said)}</p>
        {answer.words && (
          <p dir="auto" className="letter mt-1 whitespace-pre-line">
            {answer.words}
          </p>
        )}
      </div>
      {maySend && answer.readFrom !== 'choice' && (
        <Select
          label={w.readAs}
          className="w-44"
          value={answer.score === null ? 'nothing' : String(answer.score)}
          onChange={(score) =>
            change.mutate({
              method: 'PUT',
              path: ['askings', answer.id, 'reading'],
              body: { score: score === 'nothing' ? null : Number(score) },
            })
          }
          choices={[...choices, { value: 'nothing', label: w.readAsNothing }]}
        />
      )}
    </section>
  );
};
