import { OutsideFrame } from '../../components/outside-frame/outside-frame.tsx';
import { Skeleton } from '../../components/skeleton/skeleton.tsx';

/** Any other screen before the door: the frame is the same, the title is not known yet. */
export const OutsideLook = () => (
  <OutsideFrame title="">
    <Skeleton className="mb-3 h-8 w-56" />
    <Skeleton className="mb-8 h-5 w-full" />
    <Skeleton className="h-control w-full rounded-md" />
  </OutsideFrame>
);
