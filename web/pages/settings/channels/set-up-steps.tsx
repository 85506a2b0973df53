import { useInBoth, useWords } from '../../../app/language.tsx';
import type { ChannelManifest } from '../../../app/views.ts';
import { CopyLine } from '../../../components/copy-line/copy-line.tsx';
import { words } from './words.ts';

type SetUpStepsProps = {
  readonly steps: NonNullable<ChannelManifest['steps']>;
  /** The vendor sends people back to us: it must know our address. */
  readonly returns: boolean;
  readonly isOpen: boolean;
};

/** Where every vendor sends people back to. */
const RETURN_PATH = '/api/connections/oauth/callback';

/** What has to be done at the vendor before the form can be filled. */
export const SetUpSteps = ({ steps, returns, isOpen }: SetUpStepsProps) => {
  const w = useWords(words);
  const say = useInBoth();
  return (
    <details open={isOpen}>
      <summary className="w-fit cursor-default font-medium">{w.steps}</summary>
      <ol className="mt-3 flex list-decimal flex-col gap-2 pl-6">
        {steps.map((step) => (
          <li key={step.it}>{say(step)}</li>
        ))}
      </ol>
      {returns && (
        <div className="mt-4 flex flex-col gap-2">
          <span className="text-ink-soft text-small">{w.returnAddress}</span>
          <CopyLine text={`${location.origin}${RETURN_PATH}`} label={w.returnAddress} />
        </div>
      )}
    </details>
  );
};
