import { useMay } from '../../app/session.ts';
import type { Permission } from '../../app/views.ts';

/** Whether the person may say what a text means. */
export const useMayCorrect = (): boolean => useMay()('readings.correct' as Permission);
