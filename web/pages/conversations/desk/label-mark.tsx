import type { LabelColour } from '../../../../src/conversation/model/label.ts';
import type { Label } from './use-desk.ts';

const dots: Readonly<Record<LabelColour, string>> = {
  clay: 'bg-circle-6',
  ochre: 'bg-circle-4',
  olive: 'bg-circle-2',
  sea: 'bg-circle-1',
  plum: 'bg-circle-3',
  stone: 'bg-circle-8',
};

export const LabelDot = ({ colour }: { readonly colour: LabelColour }) => (
  <span aria-hidden className={`inline-block size-2 shrink-0 rounded-full ${dots[colour]}`} />
);

/** A label by its name; the dot helps the eye. */
export const LabelMark = ({ label }: { readonly label: Label }) => (
  <span className="inline-flex max-w-40 items-center gap-1.5 rounded-full border border-line px-2 text-ink-soft text-small">
    <LabelDot colour={label.colour} />
    <span className="truncate">{label.name}</span>
  </span>
);
