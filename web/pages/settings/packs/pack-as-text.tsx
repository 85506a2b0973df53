import { CircleAlert } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { parseLexicon } from '../../../../src/language/lexicon/lexicon-file.ts';
import { useWords } from '../../../app/language.tsx';
import { TextArea } from '../../../components/text-field/text-area.tsx';
import { words } from './words.ts';

export type PackTextProps = {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly isReadOnly: boolean;
};

/** The collection as it is written; lines that cannot be read are said at once, and lead there. */
export const PackAsText = ({ text, onChange, isReadOnly }: PackTextProps) => {
  const w = useWords(words);
  const area = useRef<HTMLTextAreaElement>(null);
  const problems = useMemo(() => parseLexicon(text).problems, [text]);
  const goTo = (line: number) => {
    const start =
      text
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length + (line > 1 ? 1 : 0);
    area.current?.focus();
    area.current?.setSelectionRange(start, start + (text.split('\n')[line - 1]?.length ?? 0));
  };
  return (
    <div className="[&_textarea]:font-mono">
      <TextArea
        label={w.text}
        help={w.textHint}
        value={text}
        onChange={onChange}
        isReadOnly={isReadOnly}
        rows={14}
        areaRef={area}
      />
      <div aria-live="polite">
        {problems.length > 0 && (
          <section aria-label={w.problems} className="mt-2 rounded-md bg-bad-soft px-4 py-3">
            <ul className="flex flex-col gap-1">
              {problems.slice(0, 20).map(({ line, kind }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a line can hold the same fault twice
                <li key={index}>
                  <button
                    type="button"
                    onClick={() => goTo(line)}
                    className="flex cursor-default items-start gap-2 rounded-sm text-left"
                  >
                    <CircleAlert aria-hidden size={16} className="mt-0.5 shrink-0 text-bad" />
                    {w.problem[kind](line)}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
};
