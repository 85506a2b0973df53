import { useState } from 'react';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { ConfirmDialog } from '../../../components/dialog/confirm-dialog.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { Section } from '../../../components/page/page.tsx';
import { TextArea } from '../../../components/text-field/text-area.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { accountsIn, type PrivacyRequest, useHandleRequest, usePrivacyRequests } from './use-privacy.ts';
import { words } from './words.ts';

type Asked = { readonly accounts: readonly string[]; readonly requestId?: string };

/** What people ask about their data, and the erasing of whoever asked. */
export const Requests = () => {
  const w = useWords(words);
  const { locale } = useLanguage();
  const { data, error, refetch } = usePrivacyRequests();
  const { close, erase } = useHandleRequest();
  const [asked, setAsked] = useState<Asked>();
  const confirm = () =>
    asked &&
    erase.mutate(asked, {
      onSuccess: ({ what }) => {
        setAsked(undefined);
        showToast({ tone: 'good', text: w.erased(new Intl.NumberFormat(locale).format(what.mentions)) });
      },
    });
  return (
    <>
      <Section title={w.requests} lead={w.requestsLead}>
        {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
        {data?.requests.length === 0 && <p className="text-ink-soft">{w.none}</p>}
        <ul className="flex flex-col">
          {data?.requests.map((request) => (
            <li key={request.id} className="border-line border-t py-4 first:border-t-0 first:pt-0">
              <Request
                request={request}
                onErase={() =>
                  setAsked({ accounts: accountsIn(request.accounts ?? ''), requestId: request.id })
                }
                onClose={(state) => close.mutate({ requestId: request.id, state })}
              />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={w.other} lead={w.otherLead}>
        <Form onSubmit={({ accounts = '' }) => setAsked({ accounts: accountsIn(accounts) })}>
          <TextArea name="accounts" label={w.accounts} isRequired maxLength={2_000} />
          <FormActions>
            <Button type="submit" weight="danger">
              {w.eraseAction}
            </Button>
          </FormActions>
        </Form>
      </Section>
      <ConfirmDialog
        isOpen={asked !== undefined}
        onOpenChange={() => setAsked(undefined)}
        title={w.eraseTitle}
        action={w.eraseAction}
        onConfirm={confirm}
        isPending={erase.isPending}
        problem={erase.error}
      >
        <p>{w.eraseText}</p>
        <p>{w.eraseWho}</p>
        <ul className="list-disc pl-5 text-ink">
          {asked?.accounts.map((account) => (
            <li key={account} className="break-all">
              {account}
            </li>
          ))}
        </ul>
      </ConfirmDialog>
    </>
  );
};

type RequestProps = {
  readonly request: PrivacyRequest;
  readonly onErase: () => void;
  readonly onClose: (state: 'done' | 'refused') => void;
};

const Request = ({ request, onErase, onClose }: RequestProps) => {
  const w = useWords(words);
  const times = useTimes();
  const isOpen = request.state === 'open';
  return (
    <article>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">{w.kinds[request.kind]}</span>
        <span className="text-ink-faint text-small">{times.full(request.receivedAt)}</span>
        <span className="text-small">{w.states[request.state]}</span>
      </p>
      {request.accounts && <p className="whitespace-pre-wrap break-words">{request.accounts}</p>}
      {request.message && <p className="whitespace-pre-wrap break-words text-ink-soft">{request.message}</p>}
      {request.contact && <p className="break-words text-ink-soft">{w.answerTo(request.contact)}</p>}
      {request.closedAt && (
        <p className="text-ink-faint text-small">
          {w.closed(times.full(request.closedAt), request.closedBy ?? '')}
        </p>
      )}
      {isOpen && (
        <div className="mt-2 flex flex-wrap gap-3">
          {request.kind !== 'access' && (
            <Button weight="danger" size="small" onPress={onErase}>
              {w.eraseAction}
            </Button>
          )}
          <Button size="small" onPress={() => onClose('done')}>
            {w.done}
          </Button>
          <Button weight="quiet" size="small" onPress={() => onClose('refused')}>
            {w.refuse}
          </Button>
        </div>
      )}
    </article>
  );
};
