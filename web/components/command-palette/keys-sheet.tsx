import { useWords } from '../../app/language.tsx';
import { type CommandGroup, useCommandGroups } from '../../app/shortcuts.ts';
import { Dialog } from '../dialog/dialog.tsx';
import { Kbd } from '../kbd/kbd.tsx';
import { words } from './words.ts';

type Shown = Pick<CommandGroup, 'title'> & {
  readonly commands: readonly { readonly id: string; readonly label: string; readonly keys?: string }[];
};

/** All the keys that do something now, grouped by where they work. */
const KeysNow = () => <KeysList groups={useCommandGroups()} />;

/** These keys and those that work everywhere. */
export const KeysList = ({ groups }: { readonly groups: readonly Shown[] }) => {
  const w = useWords(words);
  const always = [
    { id: 'palette', label: w.palette, keys: 'Ctrl K' },
    { id: 'keys', label: w.thisSheet, keys: '?' },
  ];
  const shown = [
    { title: w.always, commands: always },
    ...groups.map((group) => ({
      title: group.title,
      commands: group.commands.filter(({ id, keys }) => keys && id !== 'keys'),
    })),
  ].filter((group) => group.commands.length > 0);
  return (
    <div className="flex flex-col gap-5">
      <p className="text-ink-soft">{w.keysLead}</p>
      {shown.map((group) => (
        <section key={group.title}>
          <h3 className="mb-1 font-medium text-ink-faint text-small">{group.title}</h3>
          <dl>
            {group.commands.map((command) => (
              <div
                key={command.id}
                className="flex items-center justify-between gap-4 border-line border-b py-2 last:border-b-0"
              >
                <dt>{command.label}</dt>
                <dd>
                  <Kbd keys={command.keys ?? ''} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
};

export const KeysSheet = ({
  isOpen,
  onOpenChange,
}: {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}) => {
  const w = useWords(words);
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={w.keysTitle} wide>
      <KeysNow />
    </Dialog>
  );
};
