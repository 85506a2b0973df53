import { useEffect, useRef, useSyncExternalStore } from 'react';

/** Something that can be done from here: by its keys, and from the palette. */
export type Command = {
  readonly id: string;
  readonly label: string;
  /** One key or two in a row: "j", "?", "g o". Absent: only in the palette. */
  readonly keys?: string;
  /** Other words that find it in the palette. */
  readonly also?: string;
  /** Left out of the palette: makes sense only as a key (next, previous). */
  readonly keysOnly?: boolean;
  readonly run: () => void;
};

export type CommandGroup = { readonly title: string; readonly commands: readonly Command[] };

let groups: readonly CommandGroup[] = [];
const watchers = new Set<() => void>();
const setGroups = (next: readonly CommandGroup[]) => {
  groups = next;
  for (const watcher of watchers) watcher();
};

const subscribe = (watcher: () => void) => {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
};

/** Everything that can be done on the screen now, for the palette and the sheet of keys. */
export const useCommandGroups = (): readonly CommandGroup[] => useSyncExternalStore(subscribe, () => groups);

/**
 * Offers commands while the calling screen is shown. `run` may change at every render; labels and keys are read
 * again when `title` or the list of ids and labels changes.
 */
export const useCommands = (title: string, commands: readonly Command[]): void => {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  const shape = commands.map(({ id, label, keys }) => `${id}|${label}|${keys ?? ''}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: shape stands for the commands
  useEffect(() => {
    const group: CommandGroup = {
      title,
      commands: latest.current.map((command) => ({
        ...command,
        run: () => latest.current.find(({ id }) => id === command.id)?.run(),
      })),
    };
    setGroups([...groups, group]);
    return () => setGroups(groups.filter((other) => other !== group));
  }, [title, shape]);
};

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const overlayOpen = () =>
  document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;

/** Listens for keys; mounted once. Keys typed into a field, or while a dialog is open, are left alone. */
export const useShortcutKeys = (): void => {
  useEffect(() => {
    let first = '';
    let firstAt = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (typing(event.target) || overlayOpen() || event.key.length !== 1) return;
      const sequence = event.timeStamp - firstAt < 1_000 ? `${first} ${event.key}` : event.key;
      const all = groups.flatMap((group) => group.commands).reverse();
      const command = all.find(({ keys }) => keys === sequence) ?? all.find(({ keys }) => keys === event.key);
      first = event.key;
      firstAt = event.timeStamp;
      if (!command) return;
      event.preventDefault();
      first = '';
      command.run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
};
