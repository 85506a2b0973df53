/** One or two letters of a name: "Caterina Ricca" gives "CR", "@mario_r" gives "M". */
export const initials = (name: string): string => {
  const parts = name
    .replace(/^@/, '')
    .split(/[\s._-]+/)
    .filter((part) => /^[\p{L}\p{N}]/u.test(part));
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined]
    .map((part) => (part ? [...part][0] : ''))
    .join('');
  return letters.toLocaleUpperCase('it') || '·';
};

const sizes = {
  small: 'size-7 text-[0.6875rem]',
  normal: 'size-9 text-small',
  large: 'size-12 text-read',
} as const;

const inks = [
  'bg-accent-soft text-accent',
  'bg-good-soft text-good',
  'bg-warn-soft text-warn',
  'bg-sunk text-ink-soft',
] as const;

const inkOf = (name: string): string => {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return inks[sum % inks.length] ?? inks[0];
};

/**
 * A person by their initials. Faces from other servers are not fetched: it would tell those servers who reads
 * whom. The name stands beside it: the letters are drawn, not written, so that nobody hears or copies them.
 */
export const Avatar = ({
  name,
  size = 'normal',
}: {
  readonly name: string;
  readonly size?: keyof typeof sizes;
}) => (
  <span
    aria-hidden="true"
    data-initials={initials(name)}
    className={`inline-flex shrink-0 select-none items-center justify-center rounded-full font-semibold before:content-[attr(data-initials)] ${sizes[size]} ${inkOf(name)}`}
  />
);
