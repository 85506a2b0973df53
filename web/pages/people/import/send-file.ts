import { currentLanguage } from '../../../app/language.tsx';
import { problemOf } from '../../../app/problems.ts';

/**
 * Sends the bytes of a file and tells how much of it has gone, 0 to 1: what `fetch` cannot tell. Resolves with the JSON answer;
 * rejects as `call` does.
 */
export const sendFile = <T>(path: string, file: File, onProgress: (share: number) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept-language', currentLanguage());
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new TypeError('not reached'));
    request.onload = () => {
      if (request.status < 300) return resolve(JSON.parse(request.responseText) as T);
      const type = request.getResponseHeader('content-type') ?? 'text/plain';
      const answer = new Response(request.responseText, {
        status: request.status,
        headers: { 'content-type': type },
      });
      void problemOf(answer).then(reject);
    };
    request.send(file);
  });
