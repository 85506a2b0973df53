import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';
import { type ButtonSize, type ButtonWeight, buttonLook } from './button-look.ts';

type AnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  readonly weight?: ButtonWeight;
  readonly size?: ButtonSize;
  readonly ref?: Ref<HTMLAnchorElement>;
};

const Anchor = ({ weight, size, className = '', ...rest }: AnchorProps) => (
  <a {...rest} className={buttonLook(weight, size, className)} />
);

/** A link that weighs as much as a button: `<LinkButton to="/$slug/oggi" params={{ slug }} weight="primary">`. */
export const LinkButton = createLink(Anchor);
