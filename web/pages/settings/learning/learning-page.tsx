import { useWords } from '../../../app/language.tsx';
import { Page, Section } from '../../../components/page/page.tsx';
import { useMayCorrect } from '../../../components/reading/may-correct.ts';
import { CorrectionLog } from './correction-log.tsx';
import { Progress } from './progress.tsx';
import { Queue } from './queue.tsx';
import { ToneChoice } from './tone-choice.tsx';
import { words } from './words.ts';

/** How the readings get better with what the company says of them, and where to help. */
export const LearningPage = () => {
  const w = useWords(words);
  const mayCorrect = useMayCorrect();
  return (
    <Page title={w.title} lead={w.lead}>
      <Section title={w.progress}>
        <Progress />
      </Section>
      {mayCorrect && (
        <Section title={w.queue} lead={w.queueLead}>
          <Queue />
        </Section>
      )}
      <Section title={w.tone} lead={w.toneLead}>
        <ToneChoice />
      </Section>
      <Section title={w.log} lead={w.logLead}>
        <CorrectionLog />
      </Section>
    </Page>
  );
};
