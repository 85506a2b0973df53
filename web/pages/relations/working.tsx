import { Button } from '../../components/button/button.tsx';
import { useFigures } from './use-figures.ts';

type WorkingProps = {
  /** What is being worked out. */
  readonly label: string;
  /** 0 to 1; null when nobody knows yet. */
  readonly progress: number | null;
  readonly stop: string;
  readonly onStop?: (() => void) | undefined;
  readonly isStopping?: boolean;
};

/** Work that takes a while: how far it is, and a way to call it off. */
export const Working = ({ label, progress, stop, onStop, isStopping = false }: WorkingProps) => {
  const figures = useFigures();
  return (
    <div className="flex max-w-read flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-sheet px-4 py-3">
      <div className="min-w-48 flex-1">
        <p role="status" className="font-medium">
          {label}
        </p>
        <div className="mt-1.5 flex items-center gap-3">
          <progress
            aria-label={label}
            max={1}
            {...(progress === null ? {} : { value: progress })}
            className="h-1.5 w-full accent-accent"
          />
          <span className="tabular w-10 text-right text-ink-soft text-small" aria-hidden>
            {progress === null ? '' : figures.share(progress)}
          </span>
        </div>
      </div>
      {onStop && (
        <Button size="small" onPress={onStop} isPending={isStopping}>
          {stop}
        </Button>
      )}
    </div>
  );
};
