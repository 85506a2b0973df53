import { openFirehose } from './firehose-source.ts';
import { openJetstream } from './jetstream-source.ts';
import type { BlueskySettings } from './settings.ts';
import type { StreamSource } from './stream-source.ts';

/** The stream that a connection's settings choose. */
export const openSource = ({ streamKind, streamUrl }: BlueskySettings): Promise<StreamSource> =>
  streamKind === 'firehose' ? openFirehose(streamUrl) : Promise.resolve(openJetstream(streamUrl));
