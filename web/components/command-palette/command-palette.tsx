import { Search } from 'lucide-react';
import {
  Dialog as AriaDialog,
  Autocomplete,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { useWords } from '../../app/language.tsx';
import { type CommandGroup, useCommandGroups } from '../../app/shortcuts.ts';
import { Kbd } from '../kbd/kbd.tsx';
import { words } from './words.ts';

/** Case and accents do not matter: "citta" finds "Città". */
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('it');

const contains = (text: string, searched: string) =>
  fold(searched)
    .split(/\s+/)
    .every((part) => fold(text).includes(part));

/** Parts of a screen may offer commands under one title: a list with two sections of one name would lose one of them. */
const byTitle = (groups: readonly CommandGroup[]): readonly CommandGroup[] =>
  [...Map.groupBy(groups, ({ title }) => title)].map(([title, parts]) => {
    const commands = parts.flatMap((part) => part.commands);
    return { title, commands: [...new Map(commands.map((command) => [command.id, command])).values()] };
  });

type CommandPaletteProps = { readonly isOpen: boolean; readonly onOpenChange: (isOpen: boolean) => void };

/** Every page and action, found by typing. */
export const CommandPalette = ({ isOpen, onOpenChange }: CommandPaletteProps) => {
  const w = useWords(words);
  const groups = byTitle(useCommandGroups());
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className="fixed inset-0 z-50 flex justify-center bg-veil p-3 tablet:pt-[12vh]"
    >
      <Modal className="enter flex max-h-[70dvh] w-full max-w-lg flex-col self-start overflow-hidden rounded-lg border border-line bg-sheet shadow-lift">
        <AriaDialog aria-label={w.title} className="flex min-h-0 flex-col outline-none">
          <Autocomplete filter={contains}>
            <SearchField aria-label={w.title} autoFocus className="relative border-line border-b">
              <Search aria-hidden size={18} className="absolute inset-y-0 left-4 my-auto text-ink-faint" />
              <Input
                placeholder={w.placeholder}
                className="min-h-13 w-full bg-transparent pr-4 pl-12 text-read outline-none placeholder:text-ink-faint [&::-webkit-search-cancel-button]:hidden"
              />
            </SearchField>
            <Menu
              className="min-h-0 overflow-auto p-2 outline-none"
              onAction={() => onOpenChange(false)}
              renderEmptyState={() => <p className="px-3 py-6 text-ink-soft">{w.nothing}</p>}
            >
              {groups.map((group) => {
                const shown = group.commands.filter((command) => !command.keysOnly);
                if (shown.length === 0) return null;
                return (
                  <MenuSection key={group.title} id={group.title}>
                    <Header className="px-3 pt-2 pb-1 text-ink-faint text-small">{group.title}</Header>
                    {shown.map((command) => (
                      <MenuItem
                        key={command.id}
                        id={`${group.title} ${command.id}`}
                        textValue={`${command.label} ${command.also ?? ''}`}
                        onAction={command.run}
                        className="flex min-h-control cursor-default items-center justify-between gap-4 rounded-md px-3 text-body outline-none data-focused:bg-sunk"
                      >
                        <span className="truncate">{command.label}</span>
                        {command.keys && <Kbd keys={command.keys} />}
                      </MenuItem>
                    ))}
                  </MenuSection>
                );
              })}
            </Menu>
          </Autocomplete>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
};
