import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { useWords } from '../../app/language.tsx';
import { words } from './words.ts';

export const inputLook =
  'min-h-control w-full rounded-md border border-line-strong bg-sheet px-3 py-2 text-read tablet:text-body text-ink ' +
  'placeholder:text-ink-faint data-invalid:border-bad data-disabled:opacity-60';

export const FieldLabel = ({
  children,
  optional,
}: {
  readonly children: ReactNode;
  readonly optional?: boolean;
}) => {
  const w = useWords(words);
  return (
    <Label className="mb-1 block font-medium text-body">
      {children}
      {optional && <span className="font-normal text-ink-faint"> ({w.optional})</span>}
    </Label>
  );
};

/**
 * The line under a field: its help, or what is wrong in its place. It is always there, so that a message that
 * comes or goes never moves the button from under the finger. The field around it must be a `group/field`.
 */
export const FieldFoot = ({
  help,
  minLength,
}: {
  readonly help?: ReactNode;
  readonly minLength?: number;
}) => (
  <div className="mt-1 min-h-5">
    {help && (
      <Text slot="description" className="block text-ink-soft text-small group-data-invalid/field:hidden">
        {help}
      </Text>
    )}
    <FieldProblem {...(minLength ? { minLength } : {})} />
  </div>
);

/** What is wrong with the field above, in our words and not in the browser's. */
const FieldProblem = ({ minLength }: { readonly minLength?: number }) => {
  const w = useWords(words);
  return (
    <FieldError className="flex items-start gap-1.5 text-bad text-small">
      {({ validationDetails: found, validationErrors }) => (
        <>
          <CircleAlert aria-hidden size={16} className="mt-px shrink-0" />
          <span>
            {found.customError
              ? validationErrors.join(' ')
              : found.valueMissing
                ? w.missing
                : found.typeMismatch
                  ? validationErrors.join(' ').toLowerCase().includes('url')
                    ? w.url
                    : w.email
                  : found.tooShort
                    ? w.short(minLength ?? 1)
                    : found.tooLong
                      ? w.long
                      : found.badInput
                        ? w.number
                        : validationErrors.join(' ') || w.other}
          </span>
        </>
      )}
    </FieldError>
  );
};
