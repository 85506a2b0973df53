import { inWorkspace, query, send } from './api.ts';
import { problemOf } from './problems.ts';

/** A picture as the server keeps it. */
export type UploadedImage = {
  readonly id: string;
  readonly mimeType: string;
  readonly byteLength: number;
  readonly width: number;
  readonly height: number;
  readonly name: string;
  readonly alt: string;
};

/** The kinds that the server takes. */
export const imageKinds = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const;

/** Bytes that the server takes at most. */
export const LARGEST_IMAGE = 5_000_000;

/** Adds a picture to the company's: the server looks at what it is and forgets what was hidden in it. */
export const uploadImage = async (workspaceId: string, file: File, alt = ''): Promise<UploadedImage> => {
  const response = await send(inWorkspace(workspaceId, 'uploads') + query({ name: file.name, alt }), {
    method: 'POST',
    body: file,
    headers: { 'content-type': file.type || 'application/octet-stream' },
  });
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as UploadedImage;
};

/** Where a picture of ours is shown from. */
export const imageAddress = (workspaceId: string, uploadId: string): string =>
  inWorkspace(workspaceId, 'uploads', uploadId);

/** The pictures among what is being pasted or dropped. */
export const imagesIn = (data: DataTransfer | null): readonly File[] =>
  [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
