import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useWords } from '../../app/language.tsx';
import { ConfirmDialog } from '../../components/dialog/confirm-dialog.tsx';
import { Menu } from '../../components/menu/menu.tsx';
import { useRemoveWatch, useSaveWatch, type WatchView } from './use-listening.ts';
import { words } from './words.ts';

type WatchMenuProps = { readonly watch: WatchView; readonly onChange: () => void };

/** What can be done with a watch. */
export const WatchMenu = ({ watch, onChange }: WatchMenuProps) => {
  const w = useWords(words);
  const save = useSaveWatch(watch.id);
  const remove = useRemoveWatch(watch.id);
  const [removing, setRemoving] = useState(false);
  const paused = watch.state === 'paused';
  return (
    <>
      <Menu
        label={watch.name}
        placement="bottom end"
        trigger={
          <AriaButton
            aria-label={`${w.changeWatch}: ${watch.name}`}
            className="inline-flex size-control shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-sunk"
          >
            <Ellipsis aria-hidden size={16} />
          </AriaButton>
        }
        entries={[
          { id: 'change', label: w.changeWatch, run: onChange },
          {
            id: 'pause',
            label: paused ? w.resume : w.pause,
            run: () => save.mutate({ state: paused ? 'active' : 'paused' }),
          },
          { id: 'line', separator: true },
          { id: 'remove', label: w.remove, isDanger: true, run: () => setRemoving(true) },
        ]}
      />
      <ConfirmDialog
        isOpen={removing}
        onOpenChange={setRemoving}
        title={w.removeTitle}
        action={w.remove}
        isPending={remove.isPending}
        problem={remove.error}
        onConfirm={() => remove.mutate(undefined, { onSuccess: () => setRemoving(false) })}
      >
        <p>{w.removeText}</p>
      </ConfirmDialog>
    </>
  );
};
