import { Search } from 'lucide-react';
import { buttonLook } from '../../components/button/button-look.ts';
import { useWords } from '../language.tsx';
import { CompanyMenu } from './company-menu.tsx';
import { frameLook } from './frame-look.ts';
import { PersonMenu } from './person-menu.tsx';
import { words } from './words.ts';

/** On the phone: which company, the search, the person. */
export const TopBar = ({ onSearch }: { readonly onSearch: () => void }) => {
  const w = useWords(words);
  return (
    <header className={frameLook.topBar}>
      <div className="min-w-0 flex-1">
        <CompanyMenu wide />
      </div>
      <button
        type="button"
        aria-label={w.search}
        onClick={onSearch}
        className={buttonLook('quiet', 'normal', 'w-control px-0!')}
      >
        <Search aria-hidden size={20} />
      </button>
      <PersonMenu />
    </header>
  );
};
