import { Search } from 'lucide-react';
import { Button } from '../../components/button/button.tsx';
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
      <Button weight="quiet" aria-label={w.search} onPress={onSearch} className="w-control px-0!">
        <Search aria-hidden size={20} />
      </Button>
      <PersonMenu />
    </header>
  );
};
