import { Link, useParams } from '@tanstack/react-router';
import { MoreHorizontal } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useMay, useWorkspace } from '../../app/session.ts';
import { useCommands } from '../../app/shortcuts.ts';
import { useTimes } from '../../app/times.ts';
import { Button } from '../../components/button/button.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { Menu } from '../../components/menu/menu.tsx';
import { Page, Section } from '../../components/page/page.tsx';
import { RelativeTime } from '../../components/relative-time/relative-time.tsx';
import { SkeletonRows } from '../../components/skeleton/skeleton.tsx';
import { ShieldButton } from '../protection/shield-button.tsx';
import { CaseFacts } from './case-facts.tsx';
import { DueMark, GravityMark, StateMark } from './case-marks.tsx';
import { CaseMentions } from './case-mentions.tsx';
import { words } from './case-words.ts';
import { GuidedAnswer } from './guided-answer.tsx';
import { words as joiningWords } from './joining-words.ts';
import { StepDialog } from './step-dialog.tsx';
import { StoryPart } from './story-part.tsx';
import { type CaseDetail, type HistoryLine, type Step, useCase } from './use-care.ts';
import { words as roomWords } from './words.ts';

const JoinDialog = lazy(() => import('./join-dialog.tsx').then((module) => ({ default: module.JoinDialog })));

/** What usually comes next, from each state: the first of these that may be done. */
const order: readonly Step[] = ['restore', 'confirm', 'understand', 'offer', 'resolve', 'reopen'];
const nextOf = ({ state, steps }: CaseDetail): Step | undefined => {
  if (state === 'confirmed' || state === 'closed' || state === 'unfounded') return undefined;
  if (state === 'understood') return 'offer';
  if (state === 'offered' || state === 'handed-over') return 'resolve';
  return order.find((step) => steps.includes(step));
};

/** A case reads as a story from top to bottom; what is next is one button. */
export const CasePage = () => {
  const { caseId } = useParams({ strict: false }) as { caseId: string };
  const found = useCase(caseId);
  if (found.isPending) return <SkeletonRows rows={4} rowClassName="h-24" />;
  if (found.isError) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
  return <CaseStory one={found.data} />;
};

const CaseStory = ({ one }: { readonly one: CaseDetail }) => {
  const w = useWords(words);
  const r = useWords(roomWords);
  const may = useMay();
  const { slug } = useWorkspace();
  const [step, setStep] = useState<Step | 'note' | null>(null);
  const [isJoining, setJoining] = useState(false);
  const j = useWords(joiningWords);
  const next = nextOf(one);
  const mayWrite = may('cases.write');
  useCommands(r.caseNumber(one.number), [
    ...(mayWrite && next ? [{ id: 'next-step', label: w.next, keys: 's', run: () => setStep(next) }] : []),
    ...(mayWrite ? [{ id: 'case-note', label: w.note, keys: 'n', run: () => setStep('note') }] : []),
  ]);
  const others = one.steps.filter((other) => other !== next);
  return (
    <Page
      title={r.caseNumber(one.number)}
      wide
      lead={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <StateMark state={one.state} />
          <GravityMark gravity={one.gravity} />
          <DueMark one={one} />
        </span>
      }
      actions={
        <div className="flex flex-wrap items-center gap-2">
          {mayWrite && next && (
            <Button weight="primary" onPress={() => setStep(next)}>
              {w.steps[next]}
            </Button>
          )}
          {mayWrite && (
            <Menu
              label={w.otherSteps}
              placement="bottom end"
              trigger={
                <Button aria-label={w.otherSteps}>
                  <MoreHorizontal aria-hidden size={18} />
                </Button>
              }
              entries={[
                ...others.map((other) => ({
                  id: other,
                  label: w.steps[other],
                  run: () => setStep(other),
                })),
                { id: 'note', label: w.note, run: () => setStep('note') },
                ...(one.state === 'undone'
                  ? []
                  : [{ id: 'join', label: j.join, run: () => setJoining(true) }]),
              ]}
            />
          )}
          {one.threads[0] && <ShieldButton threadId={one.threads[0]} />}
        </div>
      }
    >
      <div className="grid gap-8 desk:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="min-w-0">
          <CaseMentions one={one} />
          <GuidedAnswer one={one} />
          <Sides history={one.history} />
          <StoryPart one={one} />
        </div>
        <CaseFacts one={one} />
      </div>
      <Link to="/$slug/cura" params={{ slug }} className="link inline-flex min-h-11 items-center">
        {w.back}
      </Link>
      <Suspense>{isJoining && <JoinDialog one={one} onClose={() => setJoining(false)} />}</Suspense>
      {step && <StepDialog one={one} step={step} onClose={() => setStep(null)} />}
    </Page>
  );
};

/** Two sides of one story: what everyone could see, and what passed between us and them. */
const Sides = ({ history }: { readonly history: readonly HistoryLine[] }) => {
  const w = useWords(words);
  const sides = [
    { side: 'public', title: w.publicSide, none: w.nothingPublic },
    { side: 'private', title: w.privateSide, none: w.nothingPrivate },
  ] as const;
  return (
    <Section title={w.story}>
      <div className="grid gap-6 tablet:grid-cols-2">
        {sides.map(({ side, title, none }) => {
          const lines = history.filter((line) => line.side === side);
          return (
            <section key={side} aria-label={title}>
              <h3 className="mb-2 border-line border-b pb-1 font-medium text-ink-soft text-small">{title}</h3>
              {lines.length === 0 && <p className="text-ink-soft text-small">{none}</p>}
              <ol className="flex flex-col gap-3 border-line border-l pl-4">
                {lines.map((line) => (
                  <li key={line.version}>
                    <Line line={line} />
                  </li>
                ))}
              </ol>
            </section>
          );
        })}
      </div>
    </Section>
  );
};

const Line = ({ line }: { readonly line: HistoryLine }) => {
  const w = useWords(words);
  return (
    <>
      <p className="font-medium text-body">{w.events[line.kind] ?? line.kind}</p>
      {line.text && <p className="letter whitespace-pre-line break-words">{line.text}</p>}
      <FactLine line={line} />
      <p className="text-ink-soft text-small">
        <RelativeTime at={line.at} /> · {line.personName ?? w.bySystem}
      </p>
    </>
  );
};

/** The choices of a step, in words. */
const FactLine = ({ line: { kind, facts } }: { readonly line: HistoryLine }) => {
  const w = useWords(words);
  const r = useWords(roomWords);
  const times = useTimes();
  const { locale } = useLanguage();
  const said: string[] = [];
  if (kind === 'offered' && facts.offer) said.push(w.offers[facts.offer as keyof typeof w.offers]);
  if (kind === 'offered' && Number(facts.costCents) > 0)
    said.push(
      w.costOf(
        (Number(facts.costCents) / 100).toLocaleString(locale, { style: 'currency', currency: 'EUR' }),
      ),
    );
  if (kind === 'deadline-set') said.push(facts.dueAt ? times.full(facts.dueAt) : w.noDue);
  if (kind === 'linked')
    said.push(...[facts.product, facts.batch, facts.orderReference].flatMap((one) => one ?? []));
  if (kind === 'found-unfounded' && facts.reason)
    said.push(w.unfounded[facts.reason as keyof typeof w.unfounded]);
  if (kind === 'handed-over' && facts.to) said.push(w.handOver[facts.to as keyof typeof w.handOver]);
  if (facts.gravity) said.push(r.gravities[Number(facts.gravity) as 1 | 2 | 3 | 4]);
  if (kind === 'mentions-joined' && facts.count) said.push(r.mentions(Number(facts.count)));
  return said.length > 0 ? <p className="text-ink-soft text-small">{said.join(' · ')}</p> : null;
};
