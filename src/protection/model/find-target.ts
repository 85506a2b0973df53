/** Phrases that threaten, folded: few and plain, for a suggestion that a person decides on. */
const threats: readonly RegExp[] = [
  /\b(ti|vi) (ammazz|uccid|spacc|spezz|bruci|gonfi|meno|massacr|strozz|sparo)/,
  /\b(ti|vi) (vengo|veniamo|veng[oa]no) a (cercare|prendere|trovare)/,
  /\b(so|sappiamo) dove (abiti|abitate|stai|lavori|lavorate|parcheggi)/,
  /\b(la paghi|la pagherai|la pagherete|te ne pentirai|ve ne pentirete|farai una brutta fine|farete una brutta fine)\b/,
  /\b(ti|vi) (aspetto|aspettiamo) (fuori|sotto casa|all uscita)/,
  /\bdevi morire\b|\bdovete morire\b/,
  /\b(i will|i ll|im going to|gonna) (kill|hurt|find|burn) you\b|\bi know where you (live|work)\b/,
];

export type Target = {
  readonly reads: 'threat' | 'insult';
  /** Members who are called by name in it. */
  readonly named: readonly string[];
};

/** What a text that was read as an insult seems to be, and at whom of ours it is aimed: a suggestion, never a judgement. */
export const findTarget = (
  text: string,
  members: readonly { readonly personId: string; readonly name: string }[],
): Target => {
  const folded = fold(text);
  const words = new Set(folded.split(' '));
  return {
    reads: threats.some((threat) => threat.test(folded)) ? 'threat' : 'insult',
    named: members
      .filter(({ name }) =>
        fold(name)
          .split(' ')
          .some((part) => part.length > 2 && words.has(part)),
      )
      .map(({ personId }) => personId),
  };
};

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
