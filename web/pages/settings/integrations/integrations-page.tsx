import { useWords } from '../../../app/language.tsx';
import { useMay } from '../../../app/session.ts';
import { CopyLine } from '../../../components/copy-line/copy-line.tsx';
import { Page, Section } from '../../../components/page/page.tsx';
import { KeysSection } from './keys-section.tsx';
import { WebhooksSection } from './webhooks-section.tsx';
import { words } from './words.ts';

/** What programs may do here, and what they are told. */
export const IntegrationsPage = () => {
  const w = useWords(words);
  const may = useMay();
  return (
    <Page title={w.title} lead={w.lead}>
      {may('keys.make') && <KeysSection />}
      {may('integrations.manage') && <WebhooksSection />}
      <Section title={w.mcp} lead={w.mcpLead}>
        <CopyLine text={`${window.location.origin}/mcp`} label={w.mcpAddress} />
        <p className="mt-3 text-ink-soft">{w.mcpHow}</p>
        <p className="mt-2 text-ink-soft">{w.mcpCare}</p>
      </Section>
    </Page>
  );
};
