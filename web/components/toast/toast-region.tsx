import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useWords } from '../../app/language.tsx';
import { buttonLook } from '../button/button-look.ts';
import { dismissToast, type Toast, toastStore } from './toast.ts';

const it = { region: 'Avvisi', close: 'Chiudi l’avviso' };
const en: typeof it = { region: 'Notices', close: 'Close this notice' };
export const words = { it, en };

const ToastCard = ({ toast }: { readonly toast: Toast }) => {
  const w = useWords(words);
  const [held, setHeld] = useState(false);
  const left = useRef(toast.lasting);
  useEffect(() => {
    if (held) return;
    const started = Date.now();
    const timer = setTimeout(() => dismissToast(toast.id), left.current);
    return () => {
      clearTimeout(timer);
      left.current = Math.max(1_000, left.current - (Date.now() - started));
    };
  }, [held, toast.id]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing only stops the clock; everything to do is in the buttons
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="enter pointer-events-auto flex w-full items-center gap-3 rounded-lg border border-line bg-sheet py-2 pr-2 pl-4 shadow-lift tablet:w-auto tablet:max-w-md"
    >
      {toast.tone === 'good' && <CircleCheck aria-hidden size={18} className="shrink-0 text-good" />}
      {toast.tone === 'bad' && <CircleAlert aria-hidden size={18} className="shrink-0 text-bad" />}
      <span className="min-w-0 flex-1 text-body">{toast.text}</span>
      {toast.action && (
        <button
          type="button"
          className={buttonLook('quiet', 'small', 'text-accent!')}
          onClick={() => {
            toast.action?.run();
            dismissToast(toast.id);
          }}
        >
          {toast.action.label}
        </button>
      )}
      <button
        type="button"
        aria-label={w.close}
        onClick={() => dismissToast(toast.id)}
        className={buttonLook('quiet', 'small', 'px-2!')}
      >
        <X aria-hidden size={16} />
      </button>
    </div>
  );
};

/** Where notices appear; mounted once, at the root. */
export const ToastRegion = () => {
  const w = useWords(words);
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.read);
  return (
    <section
      aria-label={w.region}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-20 z-50 flex flex-col items-center gap-2 desk:bottom-6"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  );
};
