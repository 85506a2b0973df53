export type Toast = {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'good' | 'bad';
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Milliseconds on screen; stops counting while pointed at or focused. */
  readonly lasting: number;
};

let toasts: readonly Toast[] = [];
let nextId = 1;
const watchers = new Set<() => void>();

const set = (next: readonly Toast[]) => {
  toasts = next;
  for (const watcher of watchers) watcher();
};

/** Says something at the edge of the screen, with a way back if there is one. Returns how to take it away. */
export const showToast = (
  toast: Pick<Toast, 'text'> & Partial<Pick<Toast, 'tone' | 'action' | 'lasting'>>,
): (() => void) => {
  const id = nextId++;
  const lasting = toast.lasting ?? (toast.action || toast.tone === 'bad' ? 10_000 : 5_000);
  set([...toasts.slice(-2), { tone: 'plain', ...toast, id, lasting }]);
  return () => dismissToast(id);
};

export const dismissToast = (id: number): void => set(toasts.filter((toast) => toast.id !== id));

export const toastStore = {
  subscribe: (watcher: () => void) => {
    watchers.add(watcher);
    return () => {
      watchers.delete(watcher);
    };
  },
  read: () => toasts,
};
