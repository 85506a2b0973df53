import { Tag } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { useCommands } from '../../../app/shortcuts.ts';
import { IconButton } from '../../../components/button/icon-button.tsx';
import { Menu } from '../../../components/menu/menu.tsx';
import type { ThreadSummary } from '../views.ts';
import { LabelDot } from './label-mark.tsx';
import { NewLabelDialog } from './new-label-dialog.tsx';
import { useLabels } from './use-desk.ts';
import type { Place } from './use-place.ts';
import { words } from './words.ts';

type LabelMenuProps = { readonly thread: ThreadSummary; readonly place: Place };

/** What it is about, in the company's own words. */
export const LabelMenu = ({ thread, place }: LabelMenuProps) => {
  const w = useWords(words);
  const labels = useLabels();
  const [opened, setOpened] = useState(0);
  const [adding, setAdding] = useState(false);
  useCommands(w.labels, [{ id: 'label', label: w.keys.label, keys: 'l', run: () => setOpened(opened + 1) }]);
  const wear = (id: string) =>
    place.change({
      labelIds: thread.labelIds.includes(id)
        ? thread.labelIds.filter((worn) => worn !== id)
        : [...thread.labelIds, id],
    });
  return (
    <>
      <Menu
        key={opened}
        label={w.labels}
        startsOpen={opened > 0}
        trigger={<IconButton label={w.labels} keys="l" icon={<Tag aria-hidden size={18} />} />}
        entries={[
          ...labels.map(({ id, name, colour }) => ({
            id,
            label: name,
            icon: <LabelDot colour={colour} />,
            isCurrent: thread.labelIds.includes(id),
            run: () => wear(id),
          })),
          ...(labels.length > 0 ? [{ id: 'line', separator: true as const }] : []),
          { id: 'new', label: w.newLabel, run: () => setAdding(true) },
        ]}
      />
      {adding && <NewLabelDialog onClose={() => setAdding(false)} onAdded={({ id }) => wear(id)} />}
    </>
  );
};
