import { findChannel } from '../../channels/index.ts';
import { channelNames } from '../model/hear.ts';
import type { Document } from '../model/matching/document.ts';
import { watchedDocument } from '../model/watched-document.ts';
import type { PastMention } from '../store/read-history.ts';

/** Something that we hold, as watches look at it. */
export const documentOf = (mention: PastMention): Document => {
  const channel = findChannel(mention.channel);
  const names = channel ? channelNames(channel.manifest) : [mention.channel];
  return watchedDocument({ ...mention, text: mention.body }, names);
};
