import { useNavigate, useParams } from '@tanstack/react-router';
import { useInBoth, useWords } from '../../app/language.tsx';
import { useMay, useWorkspace } from '../../app/session.ts';
import { useTimes } from '../../app/times.ts';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { Page, Section } from '../../components/page/page.tsx';
import { SkeletonRows } from '../../components/skeleton/skeleton.tsx';
import { DeadlineLine } from './deadline-line.tsx';
import { EvidencePart } from './evidence-part.tsx';
import { NoticePart } from './notice-part.tsx';
import { ReportFacts } from './report-facts.tsx';
import { StepForm } from './step-form.tsx';
import { useDayName } from './use-day-name.ts';
import { type Guide, type ReportDetail, useProtectionRead } from './use-protection.ts';
import { words } from './words.ts';

/** One report, from top to bottom: where it stands and what comes next, the way, the notice, the evidence. */
export const ReportPage = () => {
  const { reportId } = useParams({ strict: false }) as { reportId: string };
  const found = useProtectionRead<ReportDetail>(['reports', reportId]);
  if (found.isPending) return <SkeletonRows rows={4} rowClassName="h-24" />;
  if (found.isError) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
  return <Story one={found.data} />;
};

const Story = ({ one }: { readonly one: ReportDetail }) => {
  const w = useWords(words);
  const may = useMay();
  const navigate = useNavigate();
  const { slug } = useWorkspace();
  const mayWrite = may('protection.write');
  const leave = () => void navigate({ to: '/$slug/cura/tutela', params: { slug } });
  return (
    <Page title={`${w.number(one.number)} · ${w.kinds[one.kind]}`} lead={w.states[one.state]}>
      {one.deadlines.length > 0 && (
        <div className="mb-4">
          {one.deadlines.map((deadline) => (
            <DeadlineLine key={deadline.kind} deadline={deadline} />
          ))}
        </div>
      )}
      {one.kind === 'threat' && <HelpLines />}
      {mayWrite && <StepForm key={one.version} one={one} />}
      <Way one={one} />
      {mayWrite && <ReportFacts key={`facts-${one.version}`} one={one} />}
      <NoticePart notice={one.notice} />
      <EvidencePart one={one} onGone={leave} />
      <History one={one} />
      <Law />
    </Page>
  );
};

const Way = ({ one }: { readonly one: ReportDetail }) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  const dayName = useDayName();
  const { name, steps, asks, link, source } = one.path;
  return (
    <Section title={one.platform === 'other' ? w.path : `${w.path}: ${name}`}>
      {steps.length > 0 ? (
        <ol className="ml-5 list-decimal">
          {steps.map((step) => (
            <li key={step.it}>{inBoth(step)}</li>
          ))}
        </ol>
      ) : (
        <p>{w.unknown}</p>
      )}
      <p className="mt-3">
        <span className="font-medium">{w.whatFor}.</span> {inBoth(asks)}
      </p>
      <p className="mt-3 flex flex-wrap gap-x-4 text-small">
        {link && (
          <a href={link} target="_blank" rel="noreferrer" className="link">
            {w.go}
          </a>
        )}
        {source && (
          <a href={source.url} target="_blank" rel="noreferrer" className="link">
            {w.source(dayName(source.readOn))}
          </a>
        )}
      </p>
    </Section>
  );
};

const History = ({ one }: { readonly one: ReportDetail }) => {
  const w = useWords(words);
  const times = useTimes();
  if (one.steps.length === 0) return null;
  return (
    <Section title={w.history}>
      <ol className="flex flex-col gap-2">
        {one.steps.map((step) => (
          <li key={`${step.at}-${step.step}`}>
            <span className="font-medium">{w.steps[step.step]}</span>
            {step.escalatedTo && `: ${w.escalations[step.escalatedTo]}`}
            <span className="text-ink-soft text-small">
              {' '}
              · {times.ago(step.at)} · {step.personName}
            </span>
            {step.note && <p className="letter whitespace-pre-wrap break-words">{step.note}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
};

const HelpLines = () => {
  const w = useWords(words);
  const inBoth = useInBoth();
  const { data } = useProtectionRead<Guide>(['guide']);
  return (
    <Section title={w.helpLines}>
      <ul className="flex flex-col gap-1">
        {data?.helpLines.map(({ number, says }) => (
          <li key={number}>
            <strong>{number}</strong> · {inBoth(says)}
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Law = () => {
  const w = useWords(words);
  const inBoth = useInBoth();
  const { data } = useProtectionRead<Guide>(['guide']);
  return (
    <details className="border-line border-t py-6">
      <summary className="cursor-pointer font-semibold text-lead">{w.law}</summary>
      {Object.entries(data?.laws ?? {}).map(([name, { says, limits, source }]) => (
        <div key={name} className="mt-4 max-w-read">
          <p>{inBoth(says)}</p>
          <p className="text-ink-soft">{inBoth(limits)}</p>
          <p className="text-ink-soft text-small">
            {source.url ? (
              <a href={source.url} target="_blank" rel="noreferrer" className="link">
                {source.name}
              </a>
            ) : (
              source.name
            )}
          </p>
        </div>
      ))}
    </details>
  );
};
