import { Button as AriaButton } from 'react-aria-components';
import { useInBoth, useWords } from '../../../app/language.tsx';
import { Chip } from '../../../components/chip/chip.tsx';
import type { MapView, PersonName } from '../views.ts';
import { type Question, questions } from './highlight.ts';
import { PersonLink } from './person-link.tsx';
import { words } from './words.ts';

type QuestionsProps = {
  readonly view: MapView;
  readonly asked: Question | null;
  readonly place: number | null;
  readonly onAsk: (question: Question | null) => void;
  /** Absent where there is no drawing to show an answer on. */
  readonly onPoint?: ((place: number | null) => void) | undefined;
};

/** What the map can be asked, and what it answers, in sentences. */
export const Questions = ({ view, asked, place, onAsk, onPoint }: QuestionsProps) => {
  const w = useWords(words);
  return (
    <section aria-label={w.questions}>
      <h2 className="mb-2 font-semibold text-read">{w.questions}</h2>
      <div className="flex flex-wrap gap-2">
        {questions.map((question) => (
          <Chip
            key={question}
            isSelected={asked === question}
            onChange={(isSelected) => onAsk(isSelected ? question : null)}
          >
            {w.ask[question]}
          </Chip>
        ))}
      </div>
      <div aria-live="polite">
        {asked && <Answer view={view} asked={asked} place={place} onPoint={onPoint} />}
      </div>
    </section>
  );
};

type Said = {
  readonly people: readonly PersonName[];
  readonly says: string;
  readonly also: PersonName | null;
};

/** The answers to one question, each about somebody and in a sentence. */
const useSaid = (view: MapView, asked: Question): readonly Said[] => {
  const inBoth = useInBoth();
  const { bridges, sleeping, holes, shouldMeet } = view.answers;
  const said = {
    ponti: () => bridges.map(({ contact, says }) => ({ people: [contact], says: inBoth(says), also: null })),
    addormentati: () =>
      sleeping.map(({ contact, says }) => ({ people: [contact], says: inBoth(says), also: null })),
    vuoti: () => holes.map(({ says, nearest }) => ({ people: [], says: inBoth(says), also: nearest })),
    incontri: () => shouldMeet.map(({ a, b, says }) => ({ people: [a, b], says: inBoth(says), also: null })),
  };
  return said[asked]();
};

type AnswerProps = Pick<QuestionsProps, 'view' | 'place' | 'onPoint'> & { readonly asked: Question };

const Answer = ({ view, asked, place, onPoint }: AnswerProps) => {
  const w = useWords(words);
  const said = useSaid(view, asked);
  if (said.length === 0) return <p className="mt-3 text-ink-soft">{w.none[asked]}</p>;
  return (
    <>
      <p className="mt-3 text-ink-soft text-small">{w.intro[asked]}</p>
      <ol className="mt-2 flex flex-col">
        {said.map(({ people, says, also }, at) => (
          <li
            key={`${people.map(({ id }) => id).join()} ${says}`}
            className={`border-line border-b py-2.5 last:border-b-0 ${place === at ? '-mx-2 rounded-md bg-sunk px-2' : ''}`}
          >
            {people.length > 0 && (
              <p className="font-medium">
                {people.map((person, which) => (
                  <span key={person.id}>
                    {which > 0 && ` ${w.and} `}
                    <PersonLink person={person} />
                  </span>
                ))}
              </p>
            )}
            <p>{says}</p>
            {also && (
              <p className="text-ink-soft">
                <Nearest person={also} />
              </p>
            )}
            {onPoint && (
              <AriaButton
                aria-pressed={place === at}
                onPress={() => onPoint(place === at ? null : at)}
                className="link mt-0.5 text-small pointer-coarse:min-h-11"
              >
                {w.showIt}
              </AriaButton>
            )}
          </li>
        ))}
      </ol>
    </>
  );
};

const Nearest = ({ person }: { readonly person: PersonName }) => {
  const w = useWords(words);
  const [before = '', after = ''] = w.nearest('\u0000').split('\u0000');
  return (
    <>
      {before}
      <PersonLink person={person} />
      {after}
    </>
  );
};
