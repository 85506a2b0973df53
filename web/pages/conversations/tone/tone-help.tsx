import { lazy, type RefObject, Suspense, useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import type { Underlines } from '../../../components/text-field/underlay.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { replaceIn } from './replace-in.ts';
import type { Change, ToneFinding, ToneView } from './tone-view.ts';
import { words } from './words.ts';

const ToneFindings = lazy(() =>
  import('./tone-findings.tsx').then((module) => ({ default: module.ToneFindings })),
);
const PersonalDataNote = lazy(() =>
  import('./personal-data-note.tsx').then((module) => ({ default: module.PersonalDataNote })),
);

const nameOf = ({ kind, start, end }: ToneFinding, body: string): string =>
  `${kind} ${body.slice(start, end)}`;

/** The findings that the writer has not waved through, and how they are drawn under the words. */
export const useToneHelp = (tone: ToneView, body: string) => {
  const [fine, setFine] = useState<ReadonlySet<string>>(new Set());
  const findings = tone.findings.filter((finding) => !fine.has(nameOf(finding, body)));
  const spansOf = (level: ToneFinding['level']) =>
    findings.filter((one) => one.level === level).map(({ start, end }) => [start, end] as const);
  const underlines: Underlines = { strong: spansOf('warning'), light: spansOf('hint') };
  return {
    findings,
    underlines,
    waveThrough: (finding: ToneFinding) => setFine(new Set([...fine, nameOf(finding, body)])),
  };
};

type ToneHelpProps = {
  readonly body: string;
  readonly onChange: (body: string) => void;
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly help: ReturnType<typeof useToneHelp>;
  readonly personalData: ToneView['personalData'];
  readonly isPrivate: boolean;
};

/** Under the draft: what to look at before it leaves. It helps, and never stands in the way of sending. */
export const ToneHelp = ({ body, onChange, area, help, personalData, isPrivate }: ToneHelpProps) => {
  const w = useWords(words);
  const apply = (change: Change) => {
    const changed = replaceIn(area.current, body, change);
    onChange(changed);
    showToast({ text: w.changed, action: { label: w.undo, run: () => onChange(body) } });
  };
  return (
    <Suspense>
      {help.findings.length > 0 && (
        <ToneFindings
          body={body}
          findings={help.findings}
          onShow={({ start, end }) => {
            area.current?.focus();
            area.current?.setSelectionRange(start, end);
          }}
          onApply={apply}
          onFine={help.waveThrough}
        />
      )}
      {personalData.length > 0 && <PersonalDataNote found={personalData} isPrivate={isPrivate} />}
    </Suspense>
  );
};
