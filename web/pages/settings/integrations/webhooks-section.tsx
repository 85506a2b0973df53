import { useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Section } from '../../../components/page/page.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { EndpointRow } from './endpoint-row.tsx';
import { NewWebhookDialog } from './new-webhook-dialog.tsx';
import { OnceDialog } from './once-dialog.tsx';
import { useEndpoints } from './use-integrations.ts';
import { words } from './words.ts';

/** Programs that are told of what happens. */
export const WebhooksSection = () => {
  const w = useWords(words);
  const all = useEndpoints();
  const [isAdding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const made = (made: string) => {
    setAdding(false);
    setSecret(made);
  };
  return (
    <Section
      title={w.webhooks}
      lead={w.webhooksLead}
      actions={<Button onPress={() => setAdding(true)}>{w.newWebhook}</Button>}
    >
      {all.error && <ErrorNote error={all.error} onRetry={() => void all.refetch()} />}
      {all.isPending && <SkeletonRows rows={1} rowClassName="h-16" />}
      {all.data?.endpoints.length === 0 && <p className="text-ink-soft">{w.noWebhooks}</p>}
      <ul className="flex flex-col">
        {all.data?.endpoints.map((endpoint) => (
          <EndpointRow key={endpoint.id} endpoint={endpoint} onSecret={setSecret} />
        ))}
      </ul>
      {isAdding && <NewWebhookDialog onMade={made} onClose={() => setAdding(false)} />}
      {secret && (
        <OnceDialog secret={secret} text={w.onceSecret} done={w.keptSecret} onClose={() => setSecret(null)} />
      )}
    </Section>
  );
};
