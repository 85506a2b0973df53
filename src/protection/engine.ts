export { type PackFault, verifyPack } from './model/verify-pack.ts';
