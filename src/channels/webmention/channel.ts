import { ok } from '../../platform/result.ts';
import type { Channel } from '../contract.ts';
import { acceptWebmention } from './accept.ts';
import { checkWebmention } from './check.ts';
import { composeWebmention, type WebmentionPayload, webmentionLimits } from './compose.ts';
import { webmentionManifest } from './manifest.ts';
import { normaliseWebmention } from './normalise.ts';
import { readWebmention } from './read-delivery.ts';
import { readRawWebmention } from './read-raw.ts';
import { sendAnswer, takeAnswerBack } from './send.ts';
import {
  type NoSecrets,
  NoSecretsSchema,
  type WebmentionSettings,
  WebmentionSettingsSchema,
} from './settings.ts';
import { tellOwnPosts } from './tell-own-posts.ts';

/** W3C Webmention and Pingback 1.0 both ways, Trackback in: one door of one site. */
export const webmentionChannel: Channel<WebmentionSettings, NoSecrets, WebmentionPayload> = {
  manifest: webmentionManifest,
  settingsSchema: WebmentionSettingsSchema,
  secretsSchema: NoSecretsSchema,
  check: checkWebmention,
  limits: async () => ok(webmentionLimits),
  receive: {
    push: { maxBytes: 10_000, accept: acceptWebmention, read: readWebmention },
    /** Brings nothing in: it looks for new posts of our own, whose links are then told. */
    poll: tellOwnPosts,
  },
  readRaw: readRawWebmention,
  normalise: normaliseWebmention,
  compose: composeWebmention,
  send: sendAnswer,
  /** Telling again is an update by the specification: what may have been told is simply told again. */
  settle: async () => ({ state: 'absent' }),
  retract: takeAnswerBack,
};
