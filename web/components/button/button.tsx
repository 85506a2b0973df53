import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { type ButtonSize, type ButtonWeight, buttonLook } from './button-look.ts';

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style'> & {
  readonly weight?: ButtonWeight;
  readonly size?: ButtonSize;
  readonly className?: string;
};

/** An action. While `isPending` it stays focusable and says that it is busy. */
export const Button = ({ weight = 'plain', size = 'normal', className = '', ...rest }: ButtonProps) => (
  <AriaButton {...rest} className={buttonLook(weight, size, className)} />
);
