import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useWorkspace } from '../../app/session.ts';
import { uploadImage } from '../../app/upload-image.ts';
import type { Picture } from './picture-limits.ts';

/** The pictures being added somewhere: chosen, pasted or dropped, each kept by the server as soon as it comes. */
export const usePictures = (first: readonly Picture[], max: number) => {
  const { id } = useWorkspace();
  const [pictures, setPictures] = useState(first);
  const upload = useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) {
        const { id: uploadId, ...facts } = await uploadImage(id, file);
        setPictures((now) => [...now, { ...facts, uploadId }]);
      }
    },
  });
  const [isOver, setIsOver] = useState(false);
  return {
    pictures,
    isLoading: upload.isPending,
    error: upload.error,
    /** More were given than fit: the rest was left out. */
    isOver,
    add: (files: readonly File[]) => {
      const free = Math.max(0, max - pictures.length);
      setIsOver(files.length > free);
      if (free > 0 && files.length > 0) upload.mutate(files.slice(0, free));
    },
    describe: (uploadId: string, alt: string) =>
      setPictures((now) => now.map((one) => (one.uploadId === uploadId ? { ...one, alt } : one))),
    remove: (uploadId: string) => {
      setIsOver(false);
      upload.reset();
      setPictures((now) => now.filter((one) => one.uploadId !== uploadId));
    },
  };
};

export type Pictures = ReturnType<typeof usePictures>;
