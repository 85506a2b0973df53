import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useInBoth, useWords } from '../../app/language.tsx';
import { useWorkspace } from '../../app/session.ts';
import { Button } from '../../components/button/button.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { Page } from '../../components/page/page.tsx';
import { SkeletonRows } from '../../components/skeleton/skeleton.tsx';
import { TextArea } from '../../components/text-field/text-area.tsx';
import { words } from './attempt-words.ts';
import { Marks } from './marks.tsx';
import {
  type Attempt,
  type Prompt,
  type Turn,
  useAttempt,
  useGym,
  usePracticeChange,
} from './use-practice.ts';
import { words as gymWords } from './words.ts';

/** A practice conversation: the invented person's words, mine, and what is to be said of them. */
export const AttemptPage = () => {
  const { attemptId = '' } = useParams({ strict: false });
  return <Opened key={attemptId} attemptId={attemptId} />;
};

const Opened = ({ attemptId }: { readonly attemptId: string }) => {
  const w = useWords(words);
  const g = useWords(gymWords);
  const inBoth = useInBoth();
  const { slug } = useWorkspace();
  const { data, error, isPending, refetch } = useAttempt(attemptId);
  return (
    <Page
      title={data ? inBoth(data.scenario.title) : g.title}
      lead={
        data &&
        `${g.sectors[data.scenario.sector]} · ${g.places[data.scenario.place]}${data.isMine ? '' : ` · ${w.by(data.byName)}`}`
      }
    >
      <p className="-mt-3 mb-5">
        <Link to="/$slug/cura/palestra" params={{ slug }} className="link text-small">
          {w.back}
        </Link>
      </p>
      {isPending && <SkeletonRows rows={4} rowClassName="h-24" />}
      {error && !data && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {data && <Conversation attempt={data} />}
    </Page>
  );
};

const Conversation = ({ attempt }: { readonly attempt: Attempt }) => {
  const w = useWords(words);
  const g = useWords(gymWords);
  const inBoth = useInBoth();
  const { scenario, turns, next, isMine, goodbye, ending } = attempt;
  return (
    <div className="flex flex-col gap-5">
      <section className="rounded-lg bg-note p-4">
        <h2 className="font-medium">{w.whatYouKnow}</h2>
        <p className="mt-1">{inBoth(scenario.facts)}</p>
      </section>
      {numbered(turns).map(({ turn, at }) => (
        <Played key={at} turn={turn} isFirst={at === 1} attempt={attempt} />
      ))}
      {next && <Said prompt={next} isFirst={turns.length === 0} attempt={attempt} />}
      {next && isMine && <AnswerForm key={turns.length} attempt={attempt} prompt={next} />}
      {goodbye && ending && (
        <section aria-live="polite">
          <h2 className="font-semibold text-lead">
            {w.goodbye}: {g.endings[ending]}
          </h2>
          <Letter name={scenario.who} text={goodbye[attempt.language]} />
        </section>
      )}
      {turns.length > 0 && <Compare attempt={attempt} />}
      {ending && isMine && <Acts attempt={attempt} />}
      <p className="text-ink-soft text-small">{g.invented}</p>
    </div>
  );
};

const Letter = ({ name, text }: { readonly name: string; readonly text: string }) => (
  <figure className="mt-2 rounded-lg border border-line bg-sheet p-4">
    <figcaption className="text-ink-faint text-small">{name}</figcaption>
    <blockquote className="letter mt-1 whitespace-pre-line text-read">{text}</blockquote>
  </figure>
);

type SaidProps = { readonly prompt: Prompt; readonly isFirst: boolean; readonly attempt: Attempt };

const Said = ({ prompt, isFirst, attempt }: SaidProps) => {
  const w = useWords(words);
  const beganInPublic = attempt.turns[0]?.prompt.isPublic ?? prompt.isPublic;
  const where = isFirst
    ? prompt.isPublic
      ? w.inPublic
      : w.inPrivate
    : prompt.kind === 'outcome'
      ? w.backInPublic
      : beganInPublic && !prompt.isPublic
        ? w.moved
        : null;
  return (
    <section>
      {where && <p className="text-ink-soft text-small">{where}</p>}
      <Letter name={attempt.scenario.who} text={prompt.said[attempt.language]} />
    </section>
  );
};

type PlayedProps = { readonly turn: Turn; readonly isFirst: boolean; readonly attempt: Attempt };

/** Turns never change places: their number is their name. */
const numbered = (turns: readonly Turn[]) => turns.map((turn, index) => ({ turn, at: index + 1 }));

const Played = ({ turn, isFirst, attempt }: PlayedProps) => (
  <>
    <Said prompt={turn.prompt} isFirst={isFirst} attempt={attempt} />
    <Marks turn={turn} name={attempt.byName} />
  </>
);

type AnswerFormProps = { readonly attempt: Attempt; readonly prompt: Prompt };

const AnswerForm = ({ attempt, prompt }: AnswerFormProps) => {
  const w = useWords(words);
  const [text, setText] = useState('');
  const change = usePracticeChange<Attempt>();
  const left = prompt.longest - [...new Intl.Segmenter().segment(text)].length;
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '')
          change.mutate({ method: 'POST', path: [attempt.id, 'answers'], body: { text: text.trim() } });
      }}
    >
      {change.error && <ErrorNote error={change.error} />}
      <TextArea
        label={w.yourAnswer}
        value={text}
        onChange={setText}
        rows={6}
        letter
        autoFocus
        isDisabled={change.isPending}
        help={<span className={left < 0 ? 'text-bad' : ''}>{left < 0 ? w.over(-left) : w.left(left)}</span>}
      />
      <div>
        <Button type="submit" weight="primary" isPending={change.isPending} isDisabled={text.trim() === ''}>
          {w.send}
        </Button>
      </div>
    </form>
  );
};

/** How else it could be answered: the story's own way, and what the company itself wrote when it ended well. */
const Compare = ({ attempt: { model, language } }: { readonly attempt: Attempt }) => {
  const w = useWords(words);
  const { data } = useGym();
  const examples = data?.examples ?? [];
  return (
    <details className="rounded-lg border border-line p-4">
      <summary className="cursor-pointer font-medium">{w.model}</summary>
      <p className="mt-2 text-ink-soft text-small">{w.modelHelp}</p>
      {model && (
        <p className="letter mt-2 whitespace-pre-line border-line border-l-2 pl-3">{model[language]}</p>
      )}
      {examples.length > 0 && <h3 className="mt-4 font-medium text-ink-soft text-small">{w.ours}</h3>}
      {examples.map((body) => (
        <blockquote
          key={body}
          className="letter mt-2 line-clamp-6 whitespace-pre-line border-line border-l-2 pl-3"
        >
          {body}
        </blockquote>
      ))}
    </details>
  );
};

const Acts = ({ attempt: { id, scenario, language, sharedAt } }: { readonly attempt: Attempt }) => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  const change = usePracticeChange<{ readonly id: string }>();
  const go = (attemptId: string) =>
    void navigate({ to: '/$slug/cura/palestra/$attemptId', params: { slug, attemptId } });
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button
        weight="primary"
        onPress={() =>
          change.mutate(
            { method: 'POST', path: [], body: { scenarioId: scenario.id, language } },
            { onSuccess: ({ id: fresh }) => go(fresh) },
          )
        }
      >
        {w.again}
      </Button>
      <Button
        onPress={() => change.mutate({ method: 'PUT', path: [id, 'sharing'], body: { isShared: !sharedAt } })}
      >
        {sharedAt ? w.unshare : w.share}
      </Button>
      <Button
        weight="quiet"
        onPress={() =>
          change.mutate(
            { method: 'DELETE', path: [id] },
            { onSuccess: () => void navigate({ to: '/$slug/cura/palestra', params: { slug } }) },
          )
        }
      >
        {w.drop}
      </Button>
      {sharedAt && <span className="text-ink-soft text-small">{w.sharedNow}</span>}
    </div>
  );
};
