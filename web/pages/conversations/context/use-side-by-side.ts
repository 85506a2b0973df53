import { useEffect, useRef, useState, useSyncExternalStore } from 'react';

const WIDE = '(min-width: 80rem)';

const useMedia = (media: string): boolean =>
  useSyncExternalStore(
    (watcher) => {
      const list = window.matchMedia(media);
      list.addEventListener('change', watcher);
      return () => list.removeEventListener('change', watcher);
    },
    () => window.matchMedia(media).matches,
  );

/**
 * What stands beside a conversation: at the wide desk a column that is opened and closed, elsewhere one swipe away, with
 * a button that does the same. Nothing is asked of the server for it before it is first seen.
 */
export const useSideBySide = () => {
  const isWide = useMedia(WIDE);
  const frame = useRef<HTMLDivElement>(null);
  const aside = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(true);
  const [isInView, setInView] = useState(false);
  const [wasSeen, setSeen] = useState(false);
  useEffect(() => {
    const element = aside.current;
    if (isWide || !element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const ratio = entries.at(-1)?.intersectionRatio ?? 0;
        setInView(ratio > 0.5);
        if (ratio > 0.02) setSeen(true);
      },
      { root: frame.current, threshold: [0.03, 0.51] },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [isWide]);
  const isShown = isWide ? isOpen : isInView;
  const toggle = () => {
    if (isWide) return setOpen(!isOpen);
    const { current } = frame;
    if (!current) return;
    setSeen(true);
    setInView(!isInView);
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    current.scrollTo({ left: isInView ? 0 : current.scrollWidth, behavior: isCalm ? 'auto' : 'smooth' });
  };
  return { isWide, isShown, wasSeen: wasSeen || isWide, toggle, frame, aside };
};
