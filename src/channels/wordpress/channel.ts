import { ok } from '../../platform/result.ts';
import type { Channel } from '../contract.ts';
import { checkWordPress } from './check.ts';
import { composeWordPress, type WordPressPayload, wordpressLimits } from './compose.ts';
import { wordpressManifest } from './manifest.ts';
import { normaliseWordPress } from './normalise.ts';
import { pollWordPress } from './poll.ts';
import { readRawWordPress } from './read-raw.ts';
import { moderateWordPress, retractWordPress, sendWordPress, settleWordPress } from './send.ts';
import {
  type WordPressSecrets,
  WordPressSecretsSchema,
  type WordPressSettings,
  WordPressSettingsSchema,
} from './settings.ts';

/** The comments of a WordPress site, by its REST API. */
export const wordpressChannel: Channel<WordPressSettings, WordPressSecrets, WordPressPayload> = {
  manifest: wordpressManifest,
  settingsSchema: WordPressSettingsSchema,
  secretsSchema: WordPressSecretsSchema,
  check: checkWordPress,
  limits: async () => ok(wordpressLimits),
  receive: { poll: pollWordPress },
  readRaw: readRawWordPress,
  normalise: normaliseWordPress,
  compose: composeWordPress,
  send: sendWordPress,
  settle: settleWordPress,
  retract: retractWordPress,
  moderate: moderateWordPress,
};
