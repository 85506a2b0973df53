import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Menu, type MenuProps } from './menu.tsx';

/** The button that opens a menu, as it looks and as it is read aloud. */
export type MenuTriggerLook = {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
};

type MenuWithButtonProps = Omit<MenuProps, 'trigger' | 'startsOpen'> & { readonly trigger: MenuTriggerLook };

/** A menu that opens as soon as it is there, and the button that it hangs from, which has the focus. */
export const MenuWithButton = ({ trigger, ...rest }: MenuWithButtonProps) => (
  <Menu
    {...rest}
    startsOpen
    trigger={
      <Button autoFocus aria-label={trigger.label} className={trigger.className}>
        {trigger.children}
      </Button>
    }
  />
);
