/** A text that a channel has approved beforehand, with places for a person to fill in. */
export type Template = {
  readonly id: string;
  readonly name: string;
  /** As the channel writes it, such as `it` or `en_US`. */
  readonly language: string;
  readonly header?: string | undefined;
  /** Its places stand in it as `{{1}}` or `{{nome}}`. */
  readonly body: string;
  readonly footer?: string | undefined;
  /** Each once, in the order in which they stand. */
  readonly places: readonly string[];
};

const PLACE = /\{\{\s*([\p{L}\p{N}_]{1,60})\s*\}\}/gu;

/** The places of a template's text, each once. PURE. */
export const templatePlaces = (body: string): readonly string[] => [
  ...new Set([...body.matchAll(PLACE)].map(([, place = '']) => place)),
];

/** The options by which a place is filled in. */
export const placeOption = (place: string): string => `template:${place}`;

/** What whoever receives it will read; places that nobody has filled in stay in their braces. PURE: the composer shows it by this very code. */
export const fillTemplate = (
  { header, body, footer }: Template,
  options: Readonly<Record<string, string>>,
): string =>
  [
    header,
    body.replace(PLACE, (whole, place: string) => options[placeOption(place)]?.trim() || whole),
    footer,
  ]
    .filter(Boolean)
    .join('\n\n');
