/** The name of how strong a tie is, from 0 to 1. */
export const tieWord = (strength: number): 'none' | 'light' | 'alive' | 'strong' =>
  strength <= 0 ? 'none' : strength < 0.25 ? 'light' : strength < 0.6 ? 'alive' : 'strong';
