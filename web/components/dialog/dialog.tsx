import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../../app/language.tsx';
import { Button } from '../button/button.tsx';

const it = { close: 'Chiudi' };
const en: typeof it = { close: 'Close' };
export const words = { it, en };

type DialogProps = {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  readonly children: ReactNode;
  readonly wide?: boolean;
};

/** A sheet over the page: centred at the desk, rising from the bottom on the phone. Escape closes it. */
export const Dialog = ({ isOpen, onOpenChange, title, children, wide = false }: DialogProps) => {
  const w = useWords(words);
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className="fixed inset-0 z-40 flex items-end justify-center bg-veil tablet:items-center tablet:p-6"
    >
      <Modal
        className={`enter max-h-[92dvh] w-full overflow-auto rounded-t-lg border border-line bg-sheet shadow-lift tablet:rounded-lg ${wide ? 'tablet:max-w-2xl' : 'tablet:max-w-md'}`}
      >
        <AriaDialog className="relative p-5 pb-[max(1.25rem,env(safe-area-inset-bottom))] outline-none tablet:p-6">
          <div className="mb-3 flex items-start justify-between gap-4">
            <Heading slot="title" className="font-semibold text-lead">
              {title}
            </Heading>
            <Button
              slot="close"
              weight="quiet"
              aria-label={w.close}
              className="-mt-1.5 -mr-2 w-control px-0!"
            >
              <X aria-hidden size={20} />
            </Button>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
};
