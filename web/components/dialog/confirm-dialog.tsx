import type { ReactNode } from 'react';
import { useWords } from '../../app/language.tsx';
import { Button } from '../button/button.tsx';
import { ErrorNote } from '../error-note/error-note.tsx';
import { Dialog } from './dialog.tsx';

const it = { cancel: 'Lascia stare' };
const en: typeof it = { cancel: 'Never mind' };
export const words = { it, en };

type ConfirmDialogProps = {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  /** What will happen and what stays safe. */
  readonly children: ReactNode;
  /** The verb itself, never "OK". */
  readonly action: string;
  readonly onConfirm: () => void;
  readonly isPending?: boolean;
  readonly problem?: unknown;
};

/** Asks before something that cannot be undone. */
export const ConfirmDialog = ({
  children,
  action,
  onConfirm,
  isPending = false,
  problem,
  ...rest
}: ConfirmDialogProps) => {
  const w = useWords(words);
  return (
    <Dialog {...rest}>
      <div className="flex flex-col gap-3 text-ink-soft">{children}</div>
      {problem ? <ErrorNote error={problem} className="mt-4" /> : null}
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button slot="close" weight="quiet">
          {w.cancel}
        </Button>
        <Button weight="danger" onPress={onConfirm} isPending={isPending}>
          {action}
        </Button>
      </div>
    </Dialog>
  );
};
