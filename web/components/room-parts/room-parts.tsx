import { Link, type LinkProps, Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, useEffect, useRef } from 'react';
import { useWorkspace } from '../../app/session.ts';
import { Waiting } from '../../app/shell/waiting.tsx';

export type RoomPart = {
  readonly to: NonNullable<LinkProps['to']>;
  readonly label: string;
  /** The room's own address: it is not "here" when another part is open. */
  readonly exact?: boolean;
};

/** A room with several parts: a line of links above, each part with its own address, one of them open below. */
export const RoomParts = ({
  label,
  parts,
}: {
  readonly label: string;
  readonly parts: readonly RoomPart[];
}) => {
  const { slug } = useWorkspace();
  const line = useRef<HTMLElement>(null);
  const place = useLocation({ select: ({ pathname }) => pathname });
  // On a phone the line is longer than the screen: the part that is open is to be seen in it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place says which part is open
  useEffect(() => {
    const open = line.current?.querySelector('[data-status=active]');
    open?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [place]);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <nav
        ref={line}
        aria-label={label}
        className="sticky top-0 z-10 flex shrink-0 overflow-x-auto border-line border-b bg-paper px-1 [scrollbar-width:none] tablet:gap-1 tablet:px-page"
      >
        {parts.map(({ to, label: name, exact = false }) => (
          <Link
            key={to}
            to={to}
            params={{ slug } as never}
            activeOptions={{ exact, includeSearch: false }}
            className="-mb-px flex min-h-control items-center whitespace-nowrap border-transparent border-b-2 px-3 text-body text-ink-soft no-underline hover:text-ink data-[status=active]:border-accent data-[status=active]:font-medium data-[status=active]:text-ink"
          >
            {name}
          </Link>
        ))}
      </nav>
      <div className="min-w-0 flex-1">
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </div>
    </div>
  );
};
