export { addConnection } from './actions/add-connection.ts';
export type { ConnectionRefusal } from './actions/connection-outcomes.ts';
export { type EndingConnection, endingConnections } from './actions/ending-connections.ts';
export {
  claimWaiting,
  endDeliveries,
  type PostponedDelivery,
  type ReadDelivery,
  sweepDeliveries,
  takeWaiting,
} from './actions/handle-deliveries.ts';
export { forgetLastDeliveries } from './actions/last-delivery.ts';
export { limitsFor } from './actions/limits-for.ts';
export { noteProblem } from './actions/note-problem.ts';
export { type OpenConnection, openConnection } from './actions/open-connection.ts';
export { loadUpload } from './actions/read-upload.ts';
export {
  claimConnections,
  LEASE_MS,
  noteSuccess,
  type PollOutcome,
  releaseAllLeases,
  releaseLease,
  renewLease,
  savePollOutcome,
} from './actions/receive-leases.ts';
export { connectionsToRecheck, type RecheckState, saveRecheck } from './actions/recheck-state.ts';
export { DELIVERIES_SIGNAL } from './actions/take-delivery.ts';
export { rawItemOf as byHandRawItem } from './by-hand/read-raw.ts';
export type * from './contract.ts';
export { capabilities } from './contract.ts';
export type * from './events.ts';
export { detectArchive, detectFormat, wantedPaths } from './imported/detect-format.ts';
export { placesOf } from './imported/formats/csv.ts';
export { formats } from './imported/formats.ts';
export { importedRawItem } from './imported/raw-item.ts';
export {
  type FormatId,
  formatIds,
  type Read,
  type TextReader,
  type Trouble,
  troubles,
} from './imported/read.ts';
export { decoderFor, isArchive } from './imported/read-raw.ts';
export { repairAll } from './imported/text/repair-mojibake.ts';
export { encodingOf, separatorOf } from './imported/text/sniff.ts';
export { type Archive, openArchive, readArchive } from './imported/zip/read-archive.ts';
export { channelsRoom, sweepUploads } from './jobs.ts';
export { readAccount } from './model/account.ts';
export { normaliseBytes } from './normalise-bytes.ts';
export { channels, findChannel } from './registry.ts';
export { inboundRoutes } from './routes/inbound-routes.ts';
export { channelsRoutes } from './routes.ts';
export {
  type ConnectionRow,
  findConnection,
  insertConnection,
  type NewConnection,
  selectConnections,
} from './store/connections.ts';
export type { Waiting } from './store/inbound-deliveries.ts';
export type { Claim, Lease } from './store/leases.ts';
export { keepUploads, readUploads, type Upload, waitForUploads } from './store/uploads.ts';
export {
  callBot as callTelegram,
  TELEGRAM_API,
  TELEGRAM_TOKEN,
  type TelegramBot,
} from './telegram/call-bot.ts';
export { guessMapping } from './told/guess-mapping.ts';
export { forms, type Mapping, readMapping, visibilities } from './told/mapping.ts';
export { textAt } from './told/pointer.ts';
export { uploadTooLarge } from './upload-problems.ts';
export { LARGEST_UPLOAD, remakeImage } from './uploads/remake-image.ts';
export { type ProblemWords, problemWords } from './words.ts';
