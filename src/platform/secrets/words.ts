import type { KeyFileProblem } from './key-file.ts';

const it = {
  'key-file-too-open': (path: string, mode: string) =>
    `Il file delle chiavi ${path} può essere letto da altri (permessi ${mode}). Chiudilo con: chmod 600 ${path}`,
  'key-file-malformed': (path: string, line: string) =>
    `Il file delle chiavi ${path} non è leggibile${line && ` alla riga ${line}`}: ogni riga deve contenere una chiave di 32 byte in base64. Rimetti al suo posto la copia di riserva: con una chiave nuova i segreti già salvati non si aprono più.`,
  'key-file-unreachable': (path: string, code: string) =>
    `Il file delle chiavi ${path} non si può aprire né creare (${code}).`,
};

const en: typeof it = {
  'key-file-too-open': (path, mode) =>
    `The key file ${path} can be read by others (mode ${mode}). Close it with: chmod 600 ${path}`,
  'key-file-malformed': (path, line) =>
    `The key file ${path} cannot be understood${line && ` at line ${line}`}: each line must hold a key of 32 bytes in base64. Put its backup copy back: with a new key, the secrets already stored cannot be opened.`,
  'key-file-unreachable': (path, code) => `The key file ${path} can neither be opened nor created (${code}).`,
};

/** What to tell who runs the installation, and what to do about it. */
export const sayKeyFileProblem = (problem: KeyFileProblem, language: 'it' | 'en'): string => {
  const words = { it, en }[language];
  switch (problem.kind) {
    case 'key-file-too-open':
      return words[problem.kind](problem.path, problem.mode);
    case 'key-file-malformed':
      return words[problem.kind](problem.path, problem.line === undefined ? '' : String(problem.line));
    case 'key-file-unreachable':
      return words[problem.kind](problem.path, problem.code);
  }
};
