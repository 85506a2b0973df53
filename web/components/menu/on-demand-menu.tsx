import { lazy, Suspense, useState } from 'react';
import type { MenuProps } from './menu.tsx';
import type { MenuTriggerLook } from './menu-with-button.tsx';

const load = () => import('./menu-with-button.tsx');
const LoadedMenu = lazy(() => load().then((module) => ({ default: module.MenuWithButton })));

type OnDemandMenuProps = Omit<MenuProps, 'trigger' | 'startsOpen'> & { readonly trigger: MenuTriggerLook };

/** A menu whose code arrives when somebody reaches for it: for the frame, which must stand at once. */
export const OnDemandMenu = ({ trigger, ...rest }: OnDemandMenuProps) => {
  const [isWanted, setWanted] = useState(false);
  const closed = (
    <button
      type="button"
      aria-haspopup="menu"
      aria-label={trigger.label}
      className={trigger.className}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setWanted(true)}
    >
      {trigger.children}
    </button>
  );
  if (!isWanted) return closed;
  return (
    <Suspense fallback={closed}>
      <LoadedMenu {...rest} trigger={trigger} />
    </Suspense>
  );
};
