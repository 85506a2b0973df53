import { useWords } from '../../../app/language.tsx';
import { Button } from '../../../components/button/button.tsx';
import { CopyLine } from '../../../components/copy-line/copy-line.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { words } from './words.ts';

/** Something that is shown this once. */
export const OnceDialog = ({
  secret,
  text,
  done,
  onClose,
}: {
  readonly secret: string;
  readonly text: string;
  readonly done: string;
  readonly onClose: () => void;
}) => {
  const w = useWords(words);
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={w.onceTitle}>
      <p className="mb-4 text-ink-soft">{text}</p>
      <CopyLine text={secret} label={text} />
      <div className="mt-6 flex justify-end">
        <Button weight="primary" onPress={onClose}>
          {done}
        </Button>
      </div>
    </Dialog>
  );
};
