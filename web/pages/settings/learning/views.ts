import type { InBoth } from '../../../app/language.tsx';
import type { ReadingChange } from '../../../components/reading/reading-view.ts';
import type { MentionView } from '../../conversations/views.ts';

export type CorrectionView = {
  readonly id: string;
  readonly mentionId: string;
  readonly excerpt: string;
  readonly personName: string;
  readonly createdAt: string;
  readonly before: ReadingChange;
  readonly after: ReadingChange;
  readonly heldBack: boolean;
  readonly withdrawn: { readonly byName: string; readonly at: string } | null;
};

export type Figures = {
  readonly polarityF1: number;
  readonly complaintF1: number;
  readonly intentsF1: number;
  readonly agreement: number;
};

export type LearningView = {
  readonly corrections: { readonly total: number; readonly active: number; readonly heldBack: number };
  readonly layer: {
    readonly size: number;
    readonly learnedAt: string;
    readonly milliseconds: number;
  } | null;
  readonly figures: { readonly count: number; readonly before: Figures; readonly after: Figures } | null;
  readonly rereading: { readonly done: number; readonly total: number } | null;
};

export type QueueItem = { readonly mention: MentionView; readonly why: InBoth; readonly gain: number };

export const strictnesses = ['off', 'gentle', 'normal', 'strict'] as const;
export type ToneStrictness = (typeof strictnesses)[number];
