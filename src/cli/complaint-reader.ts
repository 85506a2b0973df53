import { createReader, loadLanguage } from '../language/index.ts';

/** Whether words say that something went wrong. What is needed to read is loaded at the first question. */
export const createComplaintReader = (): ((text: string) => boolean) => {
  let reader: ReturnType<typeof createReader> | undefined;
  return (text) => {
    reader ??= createReader(loadLanguage());
    return reader.understand(text).intents.includes('complaint');
  };
};
