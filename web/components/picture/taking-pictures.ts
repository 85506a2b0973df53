import type { ClipboardEvent, DragEvent } from 'react';
import { imagesIn } from '../../app/upload-image.ts';

/** Handlers for a form: a picture pasted or dropped anywhere on it is added; anything else goes where it would have gone. */
export const takingPictures = (takes: boolean, add: (files: readonly File[]) => void) => {
  const take = (event: { preventDefault(): void }, data: DataTransfer | null) => {
    const images = takes ? imagesIn(data) : [];
    if (images.length === 0) return;
    event.preventDefault();
    add(images);
  };
  return {
    onPaste: (event: ClipboardEvent<HTMLElement>) => take(event, event.clipboardData),
    onDrop: (event: DragEvent<HTMLElement>) => take(event, event.dataTransfer),
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (takes && event.dataTransfer.types.includes('Files')) event.preventDefault();
    },
  };
};
