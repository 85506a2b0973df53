import type { ReactNode } from 'react';
import { useLanguage } from '../../app/language.tsx';
import { Mark } from '../../app/shell/mark.tsx';
import { useTitle } from '../page/page.tsx';

type OutsideFrameProps = { readonly title: string; readonly lead?: ReactNode; readonly children: ReactNode };

/** The screens before the door: one sheet, the mark, the language to speak. */
export const OutsideFrame = ({ title, lead, children }: OutsideFrameProps) => {
  useTitle(title);
  const { language, setLanguage } = useLanguage();
  return (
    <div className="flex min-h-dvh flex-col px-4">
      <header className="mx-auto flex w-full max-w-md items-center justify-between py-6">
        <span className="flex items-center gap-2.5 font-semibold text-read">
          <Mark className="size-8" />
          Passaparola
        </span>
        <button
          type="button"
          lang={language === 'it' ? 'en' : 'it'}
          onClick={() => setLanguage(language === 'it' ? 'en' : 'it')}
          className="min-h-control rounded-md px-3 text-ink-soft text-small hover:bg-sunk hover:text-ink"
        >
          {language === 'it' ? 'English' : 'Italiano'}
        </button>
      </header>
      <main className="mx-auto w-full max-w-md flex-1 pt-[4vh] pb-12">
        <h1 className="font-semibold text-title tracking-tight">{title}</h1>
        {lead && <div className="mt-2 text-ink-soft text-read">{lead}</div>}
        <div className="mt-8">{children}</div>
      </main>
    </div>
  );
};
