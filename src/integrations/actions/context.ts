import type { Platform } from '../../platform/platform.ts';
import type { Wants } from './wants.ts';

/** What the actions of this room need from below, and what the company's addresses want. */
export type Context = Platform & { readonly wants: Wants };
