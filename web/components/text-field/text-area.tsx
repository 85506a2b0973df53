import type { ReactNode, Ref } from 'react';
import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import { FieldFoot, FieldLabel, inputLook } from '../form/field-parts.tsx';

export type TextAreaProps = Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'type'> & {
  readonly label: string;
  /** Only read aloud; for places where the context says it already. */
  readonly isLabelHidden?: boolean;
  readonly help?: ReactNode;
  readonly placeholder?: string;
  readonly rows?: number;
  /** Set the text in the serif of people's words. */
  readonly letter?: boolean;
  readonly className?: string;
  readonly areaRef?: Ref<HTMLTextAreaElement>;
};

/** Text of several lines; grows with what is written where the browser knows how. */
export const TextArea = ({
  label,
  isLabelHidden = false,
  help,
  placeholder,
  rows = 3,
  letter = false,
  className = '',
  areaRef,
  ...rest
}: TextAreaProps) => (
  <AriaTextField
    {...rest}
    className={`group/field ${className}`}
    {...(isLabelHidden ? { 'aria-label': label } : {})}
  >
    {!isLabelHidden && <FieldLabel optional={rest.isRequired === false}>{label}</FieldLabel>}
    <AriaTextArea
      rows={rows}
      {...(areaRef ? { ref: areaRef } : {})}
      {...(placeholder ? { placeholder } : {})}
      className={`${inputLook} field-sizing-content max-h-96 resize-y ${letter ? 'font-serif tablet:text-read' : ''}`}
    />
    <FieldFoot help={help} />
  </AriaTextField>
);
