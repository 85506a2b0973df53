/** What is pure here and of use to commands and to the rooms above, which need not read the server for it. */

export { type Share, shareOf } from '../platform/figures/interval.ts';
export {
  type ChainFault,
  canonicalJson,
  faultsOf,
  newRegisterKey,
  SignedDaySchema,
  signStatement,
} from './model/chain.ts';
