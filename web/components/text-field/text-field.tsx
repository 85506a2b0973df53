import { Eye, EyeOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import {
  Button as AriaButton,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
} from 'react-aria-components';
import { useWords } from '../../app/language.tsx';
import { FieldFoot, FieldLabel, inputLook } from '../form/field-parts.tsx';
import { words } from '../form/words.ts';

export type TextFieldProps = Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> & {
  readonly label: string;
  readonly help?: ReactNode;
  readonly placeholder?: string;
  readonly className?: string;
  /** Classes of the input itself, as for a code in wide figures. */
  readonly inputClassName?: string;
};

/** One line of text with its label, its help and what is wrong with it. A password can be looked at. */
export const TextField = ({
  label,
  help,
  placeholder,
  className = '',
  inputClassName = '',
  ...rest
}: TextFieldProps) => {
  const w = useWords(words);
  const [shown, setShown] = useState(false);
  const secret = rest.type === 'password';
  return (
    <AriaTextField
      {...rest}
      {...(secret && shown ? { type: 'text' } : {})}
      className={`group/field ${className}`}
    >
      <FieldLabel optional={rest.isRequired === false}>{label}</FieldLabel>
      <div className="relative">
        <Input
          className={`${inputLook} ${secret ? 'pr-12' : ''} ${inputClassName}`}
          {...(placeholder ? { placeholder } : {})}
        />
        {secret && (
          <AriaButton
            aria-label={shown ? w.hide : w.show}
            onPress={() => setShown(!shown)}
            className="absolute inset-y-0 right-0 flex w-control items-center justify-center rounded-md text-ink-soft hover:text-ink"
          >
            {shown ? <EyeOff aria-hidden size={18} /> : <Eye aria-hidden size={18} />}
          </AriaButton>
        )}
      </div>
      <FieldFoot help={help} {...(rest.minLength ? { minLength: rest.minLength } : {})} />
    </AriaTextField>
  );
};
