export { type KeyFileProblem, type KeyRing, loadOrCreateKeys } from './key-file.ts';
export { createSealer, type Sealer, type SealProblem } from './sealer.ts';
export { sayKeyFileProblem } from './words.ts';
