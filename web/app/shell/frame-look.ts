/** Where the parts of the frame stand: shared with what is painted before the frame is there (first-look). */
export const frameLook = {
  whole: 'flex h-dvh',
  beside: 'flex min-h-0 min-w-0 flex-1 flex-col pb-[calc(3.5rem+env(safe-area-inset-bottom))] desk:pb-0',
  demo: 'bg-accent-soft px-4 py-1.5 text-center font-medium text-accent text-small',
  page: 'relative flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto',
  rail: 'sticky top-0 hidden h-dvh w-26 shrink-0 flex-col items-stretch border-line border-r px-1.5 py-3 desk:flex',
  railCompany: 'flex flex-col items-center gap-1.5 rounded-md px-1 py-2 hover:bg-sunk',
  railRooms: 'mt-4 flex flex-1 flex-col gap-1',
  railRoom:
    'flex flex-col items-center gap-1 rounded-md px-1 py-2.5 whitespace-nowrap text-[0.75rem] text-ink-soft leading-tight no-underline transition-colors last:mt-auto hover:bg-sunk hover:text-ink aria-[current=page]:bg-sunk aria-[current=page]:font-semibold aria-[current=page]:text-ink data-[status=active]:bg-sunk data-[status=active]:font-semibold data-[status=active]:text-ink',
  railPerson: 'mt-2 flex justify-center border-line border-t pt-3',
  topBar: 'sticky top-0 z-20 flex h-13 items-center gap-1 border-line border-b bg-paper px-2 desk:hidden',
  bottomBar:
    'fixed inset-x-0 bottom-0 z-30 flex border-line border-t bg-paper pb-[env(safe-area-inset-bottom)] desk:hidden',
  bottomRoom:
    'flex h-14 flex-auto flex-col items-center justify-center gap-0.5 text-[0.6875rem] text-ink-soft no-underline data-[status=active]:font-semibold data-[status=active]:text-accent',
} as const;
