/** What is pure here and of use to commands, which need not read the server for it. */
export { type ChainFault, faultsOf, SignedDaySchema } from './model/chain.ts';
