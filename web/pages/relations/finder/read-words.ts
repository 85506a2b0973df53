/** One word or phrase a line, each once. */
export const linesOf = (text: string): string[] => unique(text.split('\n'));

/** Separated by commas or lines, each once. */
export const listOf = (text: string): string[] => unique(text.split(/[,;\n]/));

/** Separated by spaces or commas; the sign in front is dropped. */
export const tagsOf = (text: string): string[] =>
  unique(text.split(/[\s,;]+/).map((tag) => tag.replace(/^#+/, '')));

const unique = (parts: readonly string[]): string[] => [
  ...new Set(parts.map((part) => part.trim()).filter((part) => part !== '')),
];
