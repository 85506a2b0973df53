/** What may be heard from our own address: sounds that browsers play and that can be nothing else. */
const sounds = [
  'audio/mpeg',
  'audio/mp4',
  'audio/aac',
  'audio/ogg',
  'audio/wav',
  'audio/webm',
  'audio/flac',
] as const;
export type SoundType = (typeof sounds)[number];

const otherNames: ReadonlyMap<string, SoundType> = new Map(
  Object.entries<SoundType>({
    'audio/mp3': 'audio/mpeg',
    'audio/x-m4a': 'audio/mp4',
    'audio/m4a': 'audio/mp4',
    'audio/x-wav': 'audio/wav',
    'audio/wave': 'audio/wav',
    'audio/opus': 'audio/ogg',
    'audio/x-flac': 'audio/flac',
  }),
);

/** The type of a sound as its server calls it; undefined for everything that is no sound. Pure. */
export const soundTypeOf = (contentType: string | null): SoundType | undefined => {
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return sounds.find((sound) => sound === type) ?? otherNames.get(type);
};
