declare global {
  interface Window {
    /** What public/early.js asked the server before the app was there, by path. */
    asked?: Record<string, Promise<Response>>;
  }
}

/** An answer asked before the app was there is as fresh as one asked now for no longer than this. */
const freshForMs = 10_000;

/** Takes over an answer that is already on its way; each can be had once. Undefined when nobody asked for it. */
export const takeEarly = (path: string): Promise<Response> | undefined => {
  const answer = window.asked?.[path];
  if (!answer) return undefined;
  delete window.asked?.[path];
  if (performance.now() > freshForMs) return undefined;
  taken.add(path);
  return answer;
};

const taken = new Set<string>();

/** Whether what is shown of `path` was asked before the app could hear of changes; true once. */
export const wasEarly = (path: string): boolean => taken.delete(path);

/** The id of the workspace whose day was asked early, while nobody has taken it over. */
export const dayOnItsWay = (): string | undefined =>
  Object.keys(window.asked ?? {})
    .map((path) => /^\/api\/workspaces\/([^/]+)\/today$/.exec(path)?.[1])
    .find((id) => id !== undefined);

/** Whether an answer was asked early and nobody has taken it over. */
export const isOnItsWay = (path: string): boolean => window.asked?.[path] !== undefined;

/** What was answered before a change may be otherwise after it. */
export const forgetEarly = (): void => {
  delete window.asked;
};
