import { lazy, Suspense } from 'react';
import type { CorrectDialogProps } from './correct-dialog.tsx';

const Loaded = lazy(() =>
  import('./correct-dialog.tsx').then((module) => ({ default: module.CorrectDialog })),
);

/** The same dialog; its code arrives when somebody corrects. */
export const LazyCorrectDialog = (props: CorrectDialogProps) => (
  <Suspense>
    <Loaded {...props} />
  </Suspense>
);
