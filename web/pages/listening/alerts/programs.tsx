import { useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { CopyLine } from '../../../components/copy-line/copy-line.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Form } from '../../../components/form/form.tsx';
import { Section } from '../../../components/page/page.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { whyNot, words } from './preferences-words.ts';
import {
  useAddWebhook,
  useRemoveWebhook,
  useTryWebhook,
  useWebhooks,
  type WebhookView,
} from './use-alerts.ts';

/** Addresses that are told of each alert. */
export const Programs = () => {
  const w = useWords(words);
  const webhooks = useWebhooks(true);
  const add = useAddWebhook();
  return (
    <Section title={w.programs} lead={w.programsLead}>
      {webhooks.error && <ErrorNote error={webhooks.error} onRetry={() => void webhooks.refetch()} />}
      <ul className="mb-4 flex flex-col gap-3">
        {webhooks.data?.webhooks.map((webhook) => (
          <li key={webhook.id}>
            <Webhook webhook={webhook} />
          </li>
        ))}
      </ul>
      {add.data && (
        <div className="mb-4">
          <p className="mb-1 font-medium">{w.secretOnce}</p>
          <CopyLine text={add.data.secret} label={w.secretOnce} />
        </div>
      )}
      <Form onSubmit={({ name = '', url = '' }) => add.mutate({ name, url })} problem={add.error}>
        <div className="flex max-w-md flex-col gap-3">
          <TextField name="name" label={w.name} isRequired />
          <TextField name="url" label={w.url} inputMode="url" isRequired />
        </div>
        <Button type="submit" className="mt-3" isPending={add.isPending}>
          {w.addWebhook}
        </Button>
      </Form>
    </Section>
  );
};

const Webhook = ({ webhook }: { readonly webhook: WebhookView }) => {
  const w = useWords(words);
  const remove = useRemoveWebhook();
  const attempt = useTryWebhook();
  const problem = attempt.data ? attempt.data.problems[0] : webhook.lastProblem;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p className="min-w-0 flex-1 basis-64">
        <span className="font-medium">{webhook.name}</span>{' '}
        <span className="break-all text-ink-soft text-small">{webhook.url}</span>
      </p>
      <Button onPress={() => attempt.mutate(webhook.id)} isPending={attempt.isPending}>
        {w.tryWebhook}
      </Button>
      <Button onPress={() => remove.mutate(webhook.id)} isPending={remove.isPending}>
        {w.removeWebhook}
      </Button>
      <p role="status" className="basis-full text-ink-soft text-small">
        {attempt.data && attempt.data.arrived > 0 && w.arrived}
        {problem && w.lastProblem(whyNot(problem, w))}
      </p>
    </div>
  );
};
