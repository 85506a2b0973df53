import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { Chip } from '../chip/chip.tsx';
import { LineChart } from './line-chart.tsx';
import { words } from './words.ts';

export type Measure<Name extends string> = {
  readonly name: Name;
  readonly label: string;
  readonly format: (value: number) => string;
};
export type Moment<Name extends string> = {
  /** Stable, such as `2026-11` or `2026-11-22`. */
  readonly key: string;
  readonly label: string;
  /** Not over yet: it is shown, and compared with nothing. */
  readonly isRunning?: boolean;
  readonly values: Readonly<Record<Name, number | null>>;
};

type OverTimeProps<Name extends string> = {
  readonly title: string;
  readonly measures: readonly Measure<Name>[];
  /** The oldest first: what the line shows. */
  readonly moments: readonly Moment<Name>[];
  /** The newest first: what the table shows. */
  readonly rows: readonly Moment<Name>[];
};

/** How figures moved: one at a time as a line told in a sentence, all of them as a table. */
export const OverTime = <Name extends string>({ title, measures, moments, rows }: OverTimeProps<Name>) => {
  const w = useWords(words);
  const [name, setName] = useState(measures[0]?.name);
  const measure = measures.find((each) => each.name === name) ?? measures[0];
  if (!measure) return null;
  const known = moments.flatMap(({ label, values, isRunning }) => {
    const value = values[measure.name];
    return value === null || isRunning ? [] : [{ label, value: measure.format(value) }];
  });
  const [first, last] = [known[0], known.at(-1)];
  const told = asSentence(
    first && last && first !== last
      ? w.fromTo(measure.label, first.value, first.label, last.value, last.label)
      : w.tooEarly(measure.label, last?.value ?? w.unknown),
  );
  return (
    <div className="flex flex-col gap-4">
      {/* biome-ignore lint/a11y/useSemanticElements: buttons that belong together, no field of a form */}
      <div role="group" aria-label={w.measure} className="flex flex-wrap gap-2">
        {measures.map((each) => (
          <Chip key={each.name} isSelected={measure === each} onChange={() => setName(each.name)}>
            {each.label}
          </Chip>
        ))}
      </div>
      <p aria-live="polite" className="tabular text-read">
        {told}
      </p>
      {known.length > 1 && (
        <LineChart
          says={told}
          format={measure.format}
          points={moments.map(({ label, values, isRunning }) => ({
            label: isRunning ? w.running(label) : label,
            value: values[measure.name],
          }))}
        />
      )}
      <details>
        <summary className="link w-fit cursor-pointer pointer-coarse:py-3">{w.asTable}</summary>
        <Table title={title} measures={measures} rows={rows} />
      </details>
    </div>
  );
};

const asSentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const Table = <Name extends string>({ title, measures, rows }: Omit<OverTimeProps<Name>, 'moments'>) => {
  const w = useWords(words);
  return (
    <table className="mt-2 w-full text-body">
      <caption className="sr-only">{title}</caption>
      <thead className="text-ink-faint text-small">
        <tr className="border-line border-b text-left align-bottom">
          <th scope="col" className="py-1.5 pr-2 font-normal">
            {w.when}
          </th>
          {measures.map(({ name, label }) => (
            <th key={name} scope="col" className="py-1.5 pl-2 text-right font-normal">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, values, isRunning }) => (
          <tr key={key} className="border-line border-b last:border-b-0">
            <th scope="row" className="py-1.5 pr-2 text-left font-normal">
              {isRunning ? w.running(label) : label}
            </th>
            {measures.map(({ name, format }) => {
              const value = values[name];
              return (
                <td key={name} className="py-1.5 pl-2 text-right">
                  {value === null ? w.unknown : format(value)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
