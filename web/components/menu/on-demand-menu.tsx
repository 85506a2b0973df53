import { cloneElement, lazy, type ReactElement, Suspense, useState } from 'react';
import type { ButtonProps } from 'react-aria-components';
import type { MenuProps } from './menu.tsx';

const load = () => import('./menu.tsx');
const LoadedMenu = lazy(() => load().then((module) => ({ default: module.Menu })));

type OnDemandMenuProps = Omit<MenuProps, 'trigger'> & { readonly trigger: ReactElement<ButtonProps> };

/** A menu whose code arrives when somebody reaches for it: for the frame, which must stand at once. */
export const OnDemandMenu = ({ trigger, ...rest }: OnDemandMenuProps) => {
  const [isWanted, setWanted] = useState(false);
  const closed = cloneElement(trigger, {
    'aria-haspopup': 'menu',
    onHoverStart: () => void load(),
    onFocus: () => void load(),
    onPress: () => setWanted(true),
  });
  if (!isWanted) return closed;
  return (
    <Suspense fallback={closed}>
      <LoadedMenu {...rest} trigger={cloneElement(trigger, { autoFocus: true })} startsOpen />
    </Suspense>
  );
};
