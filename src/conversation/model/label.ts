/** Colours that stay legible on paper and at night; the screens give each its ink. */
export const labelColours = ['clay', 'ochre', 'olive', 'sea', 'plum', 'stone'] as const;
export type LabelColour = (typeof labelColours)[number];
