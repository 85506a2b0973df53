import type { FormEvent, ReactNode } from 'react';
import { Form as AriaForm } from 'react-aria-components';
import { fieldErrors } from '../../app/problems.ts';
import { ErrorNote } from '../error-note/error-note.tsx';

type FormProps = {
  readonly children: ReactNode;
  /** Called with the fields' values by name. */
  readonly onSubmit: (values: Readonly<Record<string, string>>) => void;
  /** A failure of the last attempt: fields it names show it themselves, the rest is said above the buttons. */
  readonly problem?: unknown;
  /** What paths of the problem start with, as in `values.`. */
  readonly strip?: string;
  readonly className?: string;
};

/** A form that keeps what was typed, checks itself and shows the server's objections at the fields. */
export const Form = ({ children, onSubmit, problem, strip, className = '' }: FormProps) => {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values: Record<string, string> = {};
    for (const [name, value] of new FormData(event.currentTarget)) {
      if (typeof value === 'string') values[name] = value;
    }
    onSubmit(values);
  };
  return (
    <AriaForm
      onSubmit={submit}
      validationErrors={fieldErrors(problem, strip)}
      className={`flex flex-col gap-3 ${className}`}
    >
      {problem ? <ErrorNote error={problem} /> : null}
      {children}
    </AriaForm>
  );
};

/** Where a form's buttons stand. */
export const FormActions = ({ children }: { readonly children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-3 pt-1">{children}</div>
);
