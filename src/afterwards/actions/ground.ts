import type { Desk } from '../../conversation/index.ts';
import type { Platform } from '../../platform/platform.ts';

/** What the verbs of this room are given: the desk, through which everything is sent, and the keys that sign pages. */
export type Ground = Desk & Pick<Platform, 'sealer'>;
