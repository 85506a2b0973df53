import { Download } from 'lucide-react';
import { inWorkspace, query } from '../../../app/api.ts';
import { useLanguage, useWords } from '../../../app/language.tsx';
import { askedOf, type MemorySearch } from '../../../app/memory-search.ts';
import { useMay, useWorkspace } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { Menu } from '../../../components/menu/menu.tsx';
import { words } from './words.ts';

/** What the search finds, as a file that the browser saves while the server writes it. */
export const ExportMenu = ({ search }: { readonly search: MemorySearch }) => {
  const w = useWords(words);
  const { language } = useLanguage();
  const { id } = useWorkspace();
  const may = useMay();
  if (!may('mentions.export')) return null;
  const { sort: _, ...asked } = askedOf(search);
  const address = (format: string) =>
    inWorkspace(id, 'mentions-export') + query({ ...asked, format, words: language });
  return (
    <Menu
      label={w.takeHint}
      placement="bottom end"
      trigger={
        <Button>
          <Download aria-hidden size={16} />
          {w.take}
        </Button>
      }
      entries={(['html', 'csv', 'jsonl'] as const).map((format) => ({
        id: format,
        label: w.formats[format][0] ?? format,
        description: w.formats[format][1] ?? '',
        run: () => location.assign(address(format)),
      }))}
    />
  );
};
