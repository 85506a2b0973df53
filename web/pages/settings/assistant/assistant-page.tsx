import { useAssistant } from '../../../app/assistant.ts';
import { useWords } from '../../../app/language.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Page, Section } from '../../../components/page/page.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { AssistantForm } from './assistant-form.tsx';
import { Month } from './month.tsx';
import { words } from './words.ts';

/** Which language model helps the company write, for what, and what it costs. */
export const AssistantPage = () => {
  const w = useWords(words);
  const { data, error, isPending, refetch } = useAssistant();
  return (
    <Page title={w.title} lead={w.lead}>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {isPending && <SkeletonRows rows={4} rowClassName="h-20" />}
      {data && !data.settings && <p>{w.onlyCoordinators}</p>}
      {data?.settings && (
        <>
          <AssistantForm settings={data.settings} />
          {data.month && (
            <Section title={w.month} lead={w.monthLead}>
              <Month month={data.month} cap={data.settings.monthlyCap} restingUntil={data.restingUntil} />
            </Section>
          )}
        </>
      )}
      {/* What is above is taller once it is there: this comes with it, and does not jump. */}
      {!isPending && (
        <Section title={w.privacy} lead={w.privacyLead}>
          {null}
        </Section>
      )}
    </Page>
  );
};
