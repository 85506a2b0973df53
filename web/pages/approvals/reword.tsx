import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { ApiProblem } from '../../app/problems.ts';
import { Button } from '../../components/button/button.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { TextArea } from '../../components/text-field/text-area.tsx';
import { showToast } from '../../components/toast/toast.ts';
import { type ApprovalDetail, useApprovalAct } from './use-approvals.ts';
import { words } from './words.ts';

/** The author says it otherwise, or takes it back. */
export const Reword = ({ detail }: { readonly detail: ApprovalDetail }) => {
  const w = useWords(words);
  const { reply, version } = detail;
  const [body, setBody] = useState(reply.body);
  const act = useApprovalAct(reply.id);
  const warned = act.error instanceof ApiProblem && act.error.code === 'check-warned' ? act.error : undefined;
  const media = reply.media.map(({ uploadId, alt }) => ({ uploadId, alt }));
  const accepted = warned?.errors.map(({ path }) => path) ?? [];
  const propose = () =>
    act.mutate(
      { act: 'propose', body: { version, body, options: reply.options, media, accepted } },
      { onSuccess: () => showToast({ text: w.proposed }) },
    );
  const withdraw = () =>
    act.mutate({ act: 'undo', body: {} }, { onSuccess: () => showToast({ text: w.withdrawn }) });
  const isSame = reply.state === 'waiting' && body === reply.body;
  return (
    <>
      <div className="mt-6 flex flex-col gap-3 pb-6">
        <p className="text-ink-soft text-small">{w.own}</p>
        {act.error && <ErrorNote error={act.error} />}
        {warned && (
          <ul className="rounded-md bg-warn-soft px-3 py-2 text-small">
            {warned.errors.map(({ path, message }) => (
              <li key={path}>{message}</li>
            ))}
          </ul>
        )}
        <TextArea label={w.again} letter rows={5} value={body} onChange={setBody} />
      </div>
      <div className="sticky bottom-0 -mx-page mt-auto flex gap-3 border-line border-t bg-paper px-page py-3">
        <Button className="min-h-12 flex-1" weight="quiet" onPress={withdraw} isPending={act.isPending}>
          {w.withdraw}
        </Button>
        <Button
          className="min-h-12 flex-1"
          weight="primary"
          onPress={propose}
          isDisabled={isSame || body.trim() === ''}
          isPending={act.isPending}
        >
          {warned ? w.sendAnyway : w.propose}
        </Button>
      </div>
    </>
  );
};
