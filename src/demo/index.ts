import type { RunningHouse } from '../main.ts';
export const openDemo = async (_house: RunningHouse): Promise<void> => {};
