import { Search } from 'lucide-react';
import { IconButton } from '../../components/button/icon-button.tsx';
import { useWords } from '../language.tsx';
import { CompanyMenu } from './company-menu.tsx';
import { PersonMenu } from './person-menu.tsx';
import { words } from './words.ts';

/** On the phone: which company, the search, the person. */
export const TopBar = ({ onSearch }: { readonly onSearch: () => void }) => {
  const w = useWords(words);
  return (
    <header className="sticky top-0 z-20 flex h-13 items-center gap-1 border-line border-b bg-paper px-2 desk:hidden">
      <div className="min-w-0 flex-1">
        <CompanyMenu wide />
      </div>
      <IconButton label={w.search} icon={<Search aria-hidden size={20} />} onPress={onSearch} />
      <PersonMenu />
    </header>
  );
};
