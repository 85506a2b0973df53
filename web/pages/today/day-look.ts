/** Where the parts of the day stand: shared with what is painted before the page is there (app/first-look). */
export const dayLook = {
  page: 'mx-auto w-full max-w-3xl px-page py-page',
  header: 'mb-8',
  greeting: 'font-semibold text-title tracking-tight tablet:text-display',
  lead: 'mt-2 min-h-6 text-ink-soft text-read',
  people: 'flex flex-col',
  person: 'border-line border-t py-6 first:border-t-0 first:pt-0',
  note: 'flex gap-4 rounded-md',
  told: 'min-w-0 flex-1',
  who: 'flex flex-wrap items-baseline gap-x-2 text-ink-faint text-small',
  name: 'font-semibold text-ink text-read no-underline hover:underline',
  said: 'letter mt-1 line-clamp-4 text-lead leading-snug tablet:line-clamp-3',
  why: 'mt-2 font-medium text-read',
  manner: 'text-ink-soft',
  acts: 'mt-3 -ml-16 flex flex-wrap items-center gap-x-1 gap-y-2 tablet:ml-0',
} as const;
