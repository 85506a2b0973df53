/** Puts text together as a browser lays it out: white space runs are one space, blocks begin on a new line. */
export interface TextBuilder {
  append(text: string): void;
  /** At least one line end before what follows; none at the start. */
  line(): void;
  /** At least one empty line before what follows. */
  paragraph(): void;
  /** One more line end, always. */
  newline(): void;
  /** The mark of a list item: what follows stays on its line. */
  bullet(): void;
  enterPre(): void;
  leavePre(): void;
  mark(): number;
  /** What was appended since the mark. */
  since(mark: number): string;
  finish(): string;
}

export const createTextBuilder = (): TextBuilder => {
  const parts: string[] = [];
  let lineEnds = 0;
  let pending: 'none' | 'space' | 'line' | 'paragraph' = 'none';
  let preDepth = 0;
  let isEmpty = true;
  let isAfterBullet = false;

  const push = (text: string): void => {
    parts.push(text);
    isEmpty = false;
  };

  const settle = (): void => {
    const wanted = pending === 'paragraph' ? 2 : pending === 'line' ? 1 : 0;
    if (!isEmpty && lineEnds < wanted) push('\n'.repeat(wanted - lineEnds));
    else if (!isEmpty && pending === 'space' && lineEnds === 0) push(' ');
    pending = 'none';
    lineEnds = 0;
    isAfterBullet = false;
  };

  const appendFlowing = (text: string): void => {
    const words = text.replace(whiteSpace, ' ');
    const core =
      words.trim() === ''
        ? ''
        : words.slice(words.startsWith(' ') ? 1 : 0, words.endsWith(' ') ? -1 : undefined);
    if (words.startsWith(' ') && pending === 'none') pending = 'space';
    if (core === '') return;
    settle();
    push(core);
    if (words.endsWith(' ')) pending = 'space';
  };

  return {
    append: (text) => {
      if (text === '') return;
      if (preDepth === 0) return appendFlowing(text);
      settle();
      push(text);
    },
    line: () => {
      if (pending !== 'paragraph' && !isAfterBullet) pending = 'line';
    },
    paragraph: () => {
      if (!isAfterBullet) pending = 'paragraph';
    },
    newline: () => {
      if (pending === 'line' || pending === 'paragraph') settle();
      pending = 'none';
      isAfterBullet = false;
      // The line ends of breaks are bounded too: three look no different from three thousand.
      if (!isEmpty && lineEnds < 2) push('\n');
      lineEnds += 1;
    },
    bullet: () => {
      isAfterBullet = false;
      if (pending !== 'paragraph') pending = 'line';
      settle();
      push('•');
      pending = 'space';
      isAfterBullet = true;
    },
    enterPre: () => {
      preDepth += 1;
    },
    leavePre: () => {
      preDepth = Math.max(0, preDepth - 1);
    },
    mark: () => parts.length,
    since: (mark) => parts.slice(mark).join(''),
    finish: () => parts.join(''),
  };
};

const whiteSpace = /[ \t\n\r\f\u00a0]+/g;
