import type { Answer, company } from '../../../app/client.ts';

type Company = typeof company;

export type LearningView = Answer<Company['learning']['$get']>;
export type Figures = NonNullable<LearningView['figures']>['before'];
export type QueueView = Answer<Company['learning']['queue']['$get']>;
export type QueueItem = QueueView['items'][number];
export type CorrectionPage = Answer<Company['corrections']['$get']>;
export type CorrectionView = CorrectionPage['corrections'][number];
export type Choices = Answer<Company['understanding']['$get']>;
export type ToneStrictness = Choices['toneStrictness'];

export const strictnesses = ['off', 'gentle', 'normal', 'strict'] as const satisfies ToneStrictness[];
