import { Shield as ShieldIcon } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { useMay } from '../../app/session.ts';
import { useCommands } from '../../app/shortcuts.ts';
import { IconButton } from '../../components/button/icon-button.tsx';
import { words } from './thread-words.ts';

const ShieldDialog = lazy(() =>
  import('./shield-dialog.tsx').then((module) => ({ default: module.ShieldDialog })),
);

/** In a conversation: one key protects whoever is attacked in it. */
export const ShieldButton = ({ threadId }: { readonly threadId: string }) => {
  const w = useWords(words);
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const canAct = may('shields.start') || may('protection.write');
  useCommands(
    w.commands,
    canAct ? [{ id: 'shield', label: w.shield, keys: 'p', run: () => setOpen(true) }] : [],
  );
  if (!canAct) return null;
  return (
    <>
      <IconButton
        label={w.shield}
        icon={<ShieldIcon aria-hidden size={18} />}
        onPress={() => setOpen(true)}
      />
      {isOpen && (
        <Suspense fallback={null}>
          <ShieldDialog threadId={threadId} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
