import { useState } from 'react';
import { diffWords } from '../../../src/conversation/model/diff-words.ts';
import { useWords } from '../../app/language.tsx';
import { ApiProblem, describeProblem } from '../../app/problems.ts';
import { Button } from '../../components/button/button.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { TextArea } from '../../components/text-field/text-area.tsx';
import { showToast } from '../../components/toast/toast.ts';
import { ChecksNote } from './checks-note.tsx';
import { DiffText } from './diff-text.tsx';
import { type ApprovalDetail, useApprovalAct } from './use-approvals.ts';
import { words } from './words.ts';

/** Approve as it is, approve with other words, or give it back: the buttons stay under the thumb. */
export const Decide = ({ detail }: { readonly detail: ApprovalDetail }) => {
  const w = useWords(words);
  const { reply, version, seenUntil } = detail;
  const [body, setBody] = useState<string | null>(null);
  const [comment, setComment] = useState('');
  const [isReturning, setReturning] = useState(false);
  const act = useApprovalAct(reply.id);
  const changed = body !== null && body !== reply.body;
  const warned = act.error instanceof ApiProblem && act.error.code === 'check-warned' ? act.error : undefined;
  const accepted = warned
    ? warned.errors.map(({ path }) => path)
    : changed
      ? []
      : detail.checks.flatMap(({ key, level }) => (level === 'warn' ? [key] : []));
  const isBlocked = !changed && detail.checks.some(({ level }) => level === 'block');
  const cannotAnswer = detail.moved.some(({ kind }) => kind === 'removed' || kind === 'forgotten');
  const undo = () =>
    act.mutate(
      { act: 'undo', body: {} },
      {
        onSuccess: () => showToast({ text: w.undone }),
        onError: (error) => showToast({ tone: 'bad', text: describeProblem(error).title }),
      },
    );
  const approve = () =>
    act.mutate(
      {
        act: 'approve',
        body: {
          version,
          seenUntil,
          comment,
          accepted,
          ...(changed ? { wording: { body, options: reply.options } } : {}),
        },
      },
      { onSuccess: () => showToast({ text: w.approved, action: { label: w.undo, run: undo } }) },
    );
  const giveBack = () =>
    act.mutate(
      { act: 'give-back', body: { version, comment } },
      { onSuccess: () => showToast({ text: w.givenBack }) },
    );
  return (
    <>
      <div className="mt-4 flex flex-col gap-3 pb-6">
        {!changed && <ChecksNote checks={detail.checks} text={reply.body} />}
        {act.error && <ErrorNote error={act.error} />}
        {warned && <Warned problem={warned} />}
        {body === null ? (
          <p>
            <Button size="small" onPress={() => setBody(reply.body)}>
              {w.edit}
            </Button>
          </p>
        ) : (
          <>
            <TextArea label={w.yourWords} letter rows={5} value={body} onChange={setBody} autoFocus />
            {changed && (
              <section aria-label={w.changes} className="rounded-md bg-sunk px-3 py-2">
                <DiffText parts={diffWords(reply.body, body)} />
              </section>
            )}
            <p>
              <Button size="small" weight="quiet" onPress={() => setBody(null)}>
                {w.stopEditing}
              </Button>
            </p>
          </>
        )}
        {(isReturning || changed) && (
          <TextArea
            label={isReturning ? w.comment : w.commentOptional}
            help={w.commentHelp}
            value={comment}
            onChange={setComment}
            rows={2}
            autoFocus={isReturning}
            maxLength={2_000}
          />
        )}
      </div>
      <div className="sticky bottom-0 -mx-page mt-auto flex gap-3 border-line border-t bg-paper px-page py-3">
        <Button
          className="min-h-12 flex-1"
          weight={isReturning ? 'primary' : 'plain'}
          isDisabled={isReturning && comment.trim() === ''}
          isPending={act.isPending}
          onPress={() => (isReturning ? giveBack() : setReturning(true))}
        >
          {w.giveBack}
        </Button>
        <Button
          className="min-h-12 flex-1"
          weight={isReturning ? 'plain' : 'primary'}
          isDisabled={isBlocked || cannotAnswer || (body !== null && body.trim() === '')}
          isPending={act.isPending}
          onPress={approve}
        >
          {warned ? w.approveAnyway : changed ? w.approveChanged : w.approve}
        </Button>
      </div>
    </>
  );
};

const Warned = ({ problem }: { readonly problem: ApiProblem }) => (
  <ul className="rounded-md bg-warn-soft px-3 py-2 text-small">
    {problem.errors.map(({ path, message }) => (
      <li key={path}>{message}</li>
    ))}
  </ul>
);
