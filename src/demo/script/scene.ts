/** A line of the demonstration: who said what, where and when. All people, companies and places are invented. */
export type Line = {
  readonly id: string;
  /** Days before the demonstration is opened, and the hour in Rome. */
  readonly daysAgo: number;
  readonly hour: `${number}:${number}`;
  readonly who: string;
  readonly text: string;
  readonly replyTo?: string;
  /** One of ours wrote it. */
  readonly ours?: true;
};

export const company = {
  name: 'Cantina Valdorsa',
  domain: 'cantina-valdorsa.example',
  mail: 'ciao@cantina-valdorsa.example',
} as const;

/** Those who work there. */
export const colleagues = {
  marta: { name: 'Marta Valdorsa', mail: 'marta@cantina-valdorsa.example' },
  pietro: { name: 'Pietro Neri', mail: 'pietro@cantina-valdorsa.example' },
  giulia: { name: 'Giulia Fanti', mail: 'giulia@cantina-valdorsa.example' },
} as const;
