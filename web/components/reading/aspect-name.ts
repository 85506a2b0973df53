/** How an aspect is called: ours by their word, those of a company's packs as the company wrote them. */
export const aspectName = (aspect: string, known: Readonly<Record<string, string>>): string =>
  known[aspect] ?? aspect.replaceAll(/[_-]+/g, ' ');
