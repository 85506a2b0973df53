import { Check } from 'lucide-react';
import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import {
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Popover,
  type PopoverProps,
  Separator,
} from 'react-aria-components';

export type MenuEntry =
  | {
      readonly id: string;
      readonly label: string;
      readonly icon?: ReactNode;
      readonly description?: string;
      readonly run: () => void;
      readonly isCurrent?: boolean;
      readonly isDanger?: boolean;
      readonly isDisabled?: boolean;
      readonly keys?: string;
    }
  | { readonly id: string; readonly separator: true };

export type MenuProps = {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly placement?: NonNullable<PopoverProps['placement']>;
  /** Opens as soon as it is there. */
  readonly startsOpen?: boolean;
};

/** Actions behind one button. */
export const Menu = ({
  trigger,
  label,
  entries,
  placement = 'bottom start',
  startsOpen = false,
}: MenuProps) => {
  const [isOpen, setOpen] = useState(false);
  // Opened once mounted, so that the focus knows where to come back to.
  useEffect(() => {
    if (startsOpen) setOpen(true);
  }, [startsOpen]);
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
      {trigger}
      <Popover
        placement={placement}
        className="enter max-w-80 min-w-52 overflow-auto rounded-lg border border-line bg-sheet p-1 shadow-lift"
      >
        <AriaMenu aria-label={label} className="outline-none">
          {entries.map((entry) =>
            'separator' in entry ? (
              <Separator key={entry.id} className="my-1 border-line border-t" />
            ) : (
              <MenuItem
                key={entry.id}
                id={entry.id}
                textValue={entry.label}
                onAction={entry.run}
                isDisabled={entry.isDisabled ?? false}
                className={`flex min-h-control cursor-default items-center gap-3 rounded-md px-3 py-1.5 text-body outline-none data-focused:bg-sunk data-disabled:opacity-50 ${entry.isDanger ? 'text-bad' : ''}`}
              >
                {entry.icon && <span className="shrink-0 text-ink-soft">{entry.icon}</span>}
                <span className="min-w-0 flex-1">
                  <span className="block truncate">{entry.label}</span>
                  {entry.description && (
                    <span className="block truncate text-ink-soft text-small">{entry.description}</span>
                  )}
                </span>
                {entry.isCurrent && <Check aria-hidden size={16} className="shrink-0 text-accent" />}
                {entry.keys && <kbd className="text-ink-faint text-small">{entry.keys}</kbd>}
              </MenuItem>
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
};
