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

export const FieldHelp = ({ children }: { readonly children: ReactNode }) => (
  <Text slot="description" className="mt-1 block text-ink-soft text-small">
    {children}
  </Text>
);

/** What is wrong with the field above, in our words and not in the browser's. */
export const FieldProblem = ({ minLength }: { readonly minLength?: number }) => {
  const w = useWords(words);
  return (
    <FieldError className="mt-1 flex items-start gap-1.5 text-bad text-small">
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
