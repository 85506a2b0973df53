import { type ReactNode, useEffect } from 'react';

/** Names the browser's tab: "Canali · Passaparola". */
export const useTitle = (title: string): void => {
  useEffect(() => {
    document.title = title ? `${title} · Passaparola` : 'Passaparola';
  }, [title]);
};

type PageProps = {
  readonly title: string;
  /** One sentence under the title. */
  readonly lead?: ReactNode;
  /** The page's own actions, beside the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Text pages keep a reading measure; wide ones use the room there is. */
  readonly wide?: boolean;
};

/** A page with one heading, which takes the tab's name. */
export const Page = ({ title, lead, actions, children, wide = false }: PageProps) => {
  useTitle(title);
  return (
    <div data-page className={`mx-auto w-full px-page py-page ${wide ? 'max-w-6xl' : 'max-w-3xl'}`}>
      <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <h1 className="font-semibold text-title tracking-tight">{title}</h1>
          {lead && <p className="mt-2 max-w-read text-ink-soft text-read">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
      </header>
      {children}
    </div>
  );
};

/** A part of a page: a heading, a line, what belongs together. */
export const Section = ({
  title,
  lead,
  actions,
  children,
}: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) => (
  <section className="border-line border-t py-6 first:border-t-0 first:pt-0">
    <div className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <div className="min-w-0 max-w-read flex-1 basis-72">
        <h2 className="font-semibold text-lead">{title}</h2>
        {lead && <p className="mt-1 text-ink-soft">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
    </div>
    {children}
  </section>
);
