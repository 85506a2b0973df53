/** The same choice with one put in or taken out. */
export const toggled = <Choice>(chosen: readonly Choice[], one: Choice): readonly Choice[] =>
  chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one];
