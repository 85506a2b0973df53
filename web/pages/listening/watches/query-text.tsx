import { type QueryProblem, tellQueryProblem } from '../../../../src/listening/model/query/query-problem.ts';
import { useWords } from '../../../app/language.tsx';
import { TextArea } from '../../../components/text-field/text-area.tsx';
import { words } from './watch-words.ts';

type QueryTextProps = {
  readonly text: string;
  readonly problems: readonly QueryProblem[];
  readonly language: 'it' | 'en';
  readonly onChange: (text: string) => void;
};

/** The query as text; what is wrong is underlined where it stands, and told. */
export const QueryText = ({ text, problems, language, onChange }: QueryTextProps) => {
  const w = useWords(words);
  const told = text.trim() === '' ? [] : problems;
  return (
    <div>
      <TextArea
        label={w.text}
        help={w.textHint}
        value={text}
        onChange={onChange}
        isRequired
        rows={3}
        isInvalid={told.length > 0}
        underlines={{
          strong: told.map(({ start, end }) => [start, Math.max(end, start + 1)] as const),
          light: [],
        }}
      />
      <ul aria-live="polite" className="mt-2 flex flex-col gap-1 text-bad text-small">
        {told.map((problem) => (
          <li key={`${problem.kind}${problem.start}`}>
            {tellQueryProblem(problem, language)}
            {problem.end - problem.start < text.length && ` ${w.at(problem.start + 1)}`}
          </li>
        ))}
      </ul>
      <details className="mt-2 text-small">
        <summary className="min-h-6 cursor-pointer text-ink-soft">{w.how}</summary>
        <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          {w.examples.map(([example, meaning]) => (
            <div key={example} className="contents">
              <dt className="font-mono">{example}</dt>
              <dd className="text-ink-soft">{meaning}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
};
