import { useWorkspace } from '../../app/session.ts';
import { imageAddress } from '../../app/upload-image.ts';

type OwnPictureProps = {
  readonly uploadId: string;
  readonly alt: string;
  /** In dots, so that its place is kept before it comes. */
  readonly size?: { readonly width: number; readonly height: number } | undefined;
  readonly className?: string;
};

/** A picture that our own server keeps; only these are ever loaded. */
export const OwnPicture = ({ uploadId, alt, size, className = 'max-h-72' }: OwnPictureProps) => {
  const { id } = useWorkspace();
  return (
    <img
      src={imageAddress(id, uploadId)}
      alt={alt}
      {...(size ?? {})}
      loading="lazy"
      decoding="async"
      className={`h-auto w-auto max-w-full rounded-md border border-line object-contain ${className}`}
    />
  );
};

/** The id in a reference to a picture of our own (`upload:<id>`); undefined for all others. */
export const ownPictureOf = (url: string | null | undefined): string | undefined =>
  /^upload:([0-9a-f-]{36})$/i.exec(url ?? '')?.[1];
