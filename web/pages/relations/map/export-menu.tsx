import { Download } from 'lucide-react';
import { inWorkspace, query } from '../../../app/api.ts';
import { useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { Menu } from '../../../components/menu/menu.tsx';
import { words } from './words.ts';

const formats = ['graphml', 'gexf', 'csv'] as const;

/** The whole web as a file for other programs. */
export const ExportMenu = () => {
  const w = useWords(words);
  const { id } = useWorkspace();
  return (
    <Menu
      label={w.exportTitle}
      placement="bottom end"
      trigger={
        <Button>
          <Download aria-hidden size={16} />
          {w.export}
        </Button>
      }
      entries={formats.map((format) => ({
        id: format,
        label: w.exportAs[format].name,
        description: w.exportAs[format].says,
        run: () =>
          download(inWorkspace(id, 'relations', 'export') + query({ format }), `relazioni.${format}`),
      }))}
    />
  );
};

const download = (address: string, name: string): void => {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
};
