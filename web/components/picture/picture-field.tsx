import { ImagePlus, X } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { useWords } from '../../app/language.tsx';
import { imageKinds } from '../../app/upload-image.ts';
import { Button } from '../button/button.tsx';
import { ErrorNote } from '../error-note/error-note.tsx';
import { TextField } from '../text-field/text-field.tsx';
import { OwnPicture } from './own-picture.tsx';
import { type Picture, type PictureLimits, pictureProblem } from './picture-limits.ts';
import type { Pictures } from './use-pictures.ts';
import { words } from './words.ts';

type PictureFieldProps = { readonly pictures: Pictures; readonly limits: PictureLimits };

/** The pictures added so far, each with its description, and what is wrong with them. */
export const PictureField = ({ pictures, limits }: PictureFieldProps) => {
  const w = useWords(words);
  return (
    <>
      {pictures.error && <ErrorNote error={pictures.error} />}
      {pictures.isOver && (
        <p role="alert" className="text-bad text-small">
          {w.tooMany(limits.max)}
        </p>
      )}
      {pictures.pictures.length > 0 && (
        <ul aria-label={w.pictures} className="flex flex-col gap-3">
          {pictures.pictures.map((picture) => (
            <li key={picture.uploadId} className="flex items-start gap-3">
              <OwnPicture
                uploadId={picture.uploadId}
                alt={picture.alt}
                size={picture}
                className="max-h-24 max-w-32 shrink-0"
              />
              <Description picture={picture} pictures={pictures} limits={limits} />
              <Button
                weight="quiet"
                size="small"
                aria-label={w.remove(picture.name)}
                onPress={() => pictures.remove(picture.uploadId)}
              >
                <X aria-hidden size={16} />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p className={pictures.isLoading ? 'text-ink-soft text-small' : 'sr-only'} aria-live="polite">
        {pictures.isLoading ? w.loading : ''}
      </p>
    </>
  );
};

const Description = ({ picture, pictures, limits }: PictureFieldProps & { readonly picture: Picture }) => {
  const w = useWords(words);
  const problem = pictureProblem(picture, limits);
  const said = {
    'too-heavy': w.tooHeavy(megabytes(limits.maxBytes)),
    'wrong-kind': w.wrongKind,
    'alt-over': w.altOver(limits.altMax),
    'alt-missing': undefined,
  };
  return (
    <div className="min-w-0 flex-1">
      <TextField
        label={w.alt}
        help={limits.altRequired ? w.altNeeded : w.altWelcome}
        isRequired={limits.altRequired}
        value={picture.alt}
        onChange={(alt) => pictures.describe(picture.uploadId, alt)}
      />
      {problem && said[problem] && (
        <p role="alert" className="mt-1 text-bad text-small">
          {said[problem]}
        </p>
      )}
    </div>
  );
};

type AddPictureProps = PictureFieldProps & { readonly label?: string };

/** The button that adds a picture; gone when no more fit. */
export const AddPicture = ({ pictures, limits, label }: AddPictureProps) => {
  const w = useWords(words);
  const count = pictures.pictures.length;
  const kinds = imageKinds.filter((kind) => limits.mimeTypes.length === 0 || limits.mimeTypes.includes(kind));
  if (count >= limits.max || kinds.length === 0) return null;
  return (
    <FileTrigger
      acceptedFileTypes={kinds}
      allowsMultiple={limits.max > 1}
      onSelect={(files) => pictures.add([...(files ?? [])])}
    >
      <Button weight="quiet" size="small" isPending={pictures.isLoading}>
        <ImagePlus aria-hidden size={16} />
        {label ?? (count === 0 ? w.add : w.addAnother)}
      </Button>
    </FileTrigger>
  );
};

/** In words: how many, how heavy, and the other ways to add one. */
export const PictureHint = ({ limits }: { readonly limits: PictureLimits }) => {
  const w = useWords(words);
  return (
    <p className="text-ink-soft text-small">
      {w.limits(limits.max, megabytes(limits.maxBytes))} {w.ways}
    </p>
  );
};

/** The server's own 5 MB come before a channel's larger limit. */
const megabytes = (bytes: number): string => String(Math.round(Math.min(bytes, 5_000_000) / 100_000) / 10);
