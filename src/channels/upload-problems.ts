import { notAllowed, notFound, type Problem } from '../platform/http/problem.ts';
import { MOST_WAITING, type UploadRefusal } from './actions/add-upload.ts';

/** How a picture that we do not take is told. */
export const uploadProblem = ({ kind }: UploadRefusal): Problem => problems[kind];

export const uploadTooLarge: Problem = {
  status: 413,
  code: 'image-too-large',
  title: { it: 'L’immagine è troppo grande.', en: 'The image is too large.' },
  detail: {
    it: 'Il massimo è 5 MB e 40 megapixel: rimpiccioliscila e riprova.',
    en: '5 MB and 40 megapixels at most: make it smaller and try again.',
  },
  errors: [{ path: 'body', message: '5 MB, 40 megapixel' }],
};

const notAnImage: Problem = {
  status: 415,
  code: 'not-an-image',
  title: {
    it: 'Questo file non è un’immagine che possiamo leggere.',
    en: 'This file is no image that we can read.',
  },
  detail: {
    it: 'Vanno bene PNG, JPEG, WebP e GIF. Conta che cosa c’è dentro il file, non il suo nome.',
    en: 'PNG, JPEG, WebP and GIF will do. What is inside the file counts, not its name.',
  },
  errors: [{ path: 'body', message: 'PNG, JPEG, WebP, GIF' }],
};

const tooMany: Problem = {
  status: 409,
  code: 'too-many-uploads',
  title: {
    it: 'Hai già molte immagini in attesa di essere usate.',
    en: 'You already have many images waiting to be used.',
  },
  detail: {
    it: `Al massimo ${MOST_WAITING} per persona: quelle che non usi spariscono dopo una settimana.`,
    en: `${MOST_WAITING} a person at most: those that you do not use go after a week.`,
  },
};

const empty: Problem = {
  status: 400,
  code: 'empty-image',
  title: { it: 'Il file è vuoto.', en: 'The file is empty.' },
  errors: [{ path: 'body', message: 'PNG, JPEG, WebP, GIF' }],
};

const problems: Readonly<Record<UploadRefusal['kind'], Problem>> = {
  'not-allowed': notAllowed,
  'not-found': notFound,
  'not-an-image': notAnImage,
  'too-large': uploadTooLarge,
  'too-many': tooMany,
  empty,
};
