import { useMay } from '../../app/session.ts';

/** Whether the person may say what a text means. */
export const useMayCorrect = (): boolean => useMay()('readings.correct');
