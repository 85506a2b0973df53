import { useEffect, useState } from 'react';
import { useTimes } from '../../app/times.ts';

/** "12 minuti fa", kept true while it is on screen; the whole date on hover and for machines. */
export const RelativeTime = ({
  at,
  className = '',
}: {
  readonly at: string;
  readonly className?: string;
}) => {
  const times = useTimes();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={at} title={times.full(at)} className={className}>
      {times.ago(at, now)}
    </time>
  );
};
