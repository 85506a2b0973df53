import { countGraphemes } from '../../../src/platform/text/index.ts';

/** A picture of ours with its description in what is being written. */
export type Picture = {
  readonly uploadId: string;
  readonly alt: string;
  readonly mimeType: string;
  readonly byteLength: number;
  readonly width: number;
  readonly height: number;
  readonly name: string;
};

/** What may be added here. No `mimeTypes`: any that the server takes. */
export type PictureLimits = {
  readonly max: number;
  readonly maxBytes: number;
  readonly mimeTypes: readonly string[];
  readonly altRequired: boolean;
  readonly altMax: number;
};

/** What stands in the way of this picture here. Pure. */
export const pictureProblem = (
  { alt, byteLength, mimeType }: Pick<Picture, 'alt' | 'byteLength' | 'mimeType'>,
  limits: PictureLimits,
): 'too-heavy' | 'wrong-kind' | 'alt-missing' | 'alt-over' | undefined => {
  if (byteLength > limits.maxBytes) return 'too-heavy';
  if (limits.mimeTypes.length > 0 && !limits.mimeTypes.includes(mimeType)) return 'wrong-kind';
  if (limits.altRequired && alt.trim() === '') return 'alt-missing';
  if (limits.altMax > 0 && countGraphemes(alt) > limits.altMax) return 'alt-over';
  return undefined;
};
