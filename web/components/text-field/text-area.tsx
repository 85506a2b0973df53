import { type ReactNode, type RefObject, useRef } from 'react';
import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import { FieldFoot, FieldLabel, inputLook } from '../form/field-parts.tsx';
import { Underlay, type Underlines } from './underlay.tsx';

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
  readonly areaRef?: RefObject<HTMLTextAreaElement | null>;
  /** Words to draw a line under; only with `value`. */
  readonly underlines?: Underlines;
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
  underlines,
  ...rest
}: TextAreaProps) => {
  const own = useRef<HTMLTextAreaElement>(null);
  const area = areaRef ?? own;
  const look = `${inputLook} ${letter ? 'font-serif tablet:text-read' : ''}`;
  return (
    <AriaTextField
      {...rest}
      className={`group/field ${className}`}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {!isLabelHidden && <FieldLabel optional={rest.isRequired === false}>{label}</FieldLabel>}
      <div className="relative">
        <AriaTextArea
          rows={rows}
          ref={area}
          {...(placeholder ? { placeholder } : {})}
          className={`${look} block field-sizing-content max-h-96 resize-y`}
        />
        {underlines && <Underlay text={rest.value ?? ''} underlines={underlines} area={area} look={look} />}
      </div>
      <FieldFoot help={help} />
    </AriaTextField>
  );
};
