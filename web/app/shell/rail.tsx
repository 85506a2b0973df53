import { Link } from '@tanstack/react-router';
import { useWords } from '../language.tsx';
import { useWorkspace } from '../session.ts';
import { CompanyMenu } from './company-menu.tsx';
import { PersonMenu } from './person-menu.tsx';
import { rooms } from './rooms.ts';
import { words } from './words.ts';

/** At the desk: the rooms in a narrow column, the company above, the person below. */
export const Rail = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  return (
    <div className="sticky top-0 hidden h-dvh w-26 shrink-0 flex-col items-stretch border-line border-r px-1.5 py-3 desk:flex">
      <CompanyMenu />
      <nav aria-label={w.main} className="mt-4 flex flex-1 flex-col gap-1">
        {rooms.map(({ to, name, icon: Icon }) => (
          <Link
            key={to}
            to={to}
            params={{ slug }}
            className="flex flex-col items-center gap-1 rounded-md px-1 py-2.5 whitespace-nowrap text-[0.75rem] text-ink-soft leading-tight no-underline transition-colors last:mt-auto hover:bg-sunk hover:text-ink aria-[current=page]:bg-sunk aria-[current=page]:font-semibold aria-[current=page]:text-ink data-[status=active]:bg-sunk data-[status=active]:font-semibold data-[status=active]:text-ink"
          >
            <Icon aria-hidden size={20} strokeWidth={1.75} />
            {w[name]}
          </Link>
        ))}
      </nav>
      <div className="mt-2 flex justify-center border-line border-t pt-3">
        <PersonMenu />
      </div>
    </div>
  );
};
