export { changePack, createPack, removePack } from './actions/change-packs.ts';
export { type CompanyReader, createCompanyReader } from './actions/company-reader.ts';
export { correctReading, type Said } from './actions/correct-reading.ts';
export { reread } from './actions/reread.ts';
export { loadShippedPacks, type ShippedPack } from './actions/shipped-packs.ts';
export { withdrawCorrection } from './actions/withdraw-correction.ts';
export type { Judgement } from './model/judgement.ts';
export { understandingRoom } from './room.ts';
export { understandingRoutes } from './routes.ts';
