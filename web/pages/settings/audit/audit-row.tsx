import { useWords } from '../../../app/language.tsx';
import { useTimes } from '../../../app/times.ts';
import type { AuditEntryView } from '../../../app/views.ts';
import { words as actionWords } from './action-words.ts';
import { words } from './words.ts';

type EntryDetails = AuditEntryView['details'];

/** `name: "Cantina"` rather than JSON, for whoever opens the particulars. */
const plain = (details: EntryDetails): string =>
  Object.entries(details)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('\n');

/** The key with which a program did it in somebody's name; undefined when they did it themselves. */
const keyNameIn = ({ byKey }: EntryDetails): string | undefined =>
  typeof byKey === 'object' && byKey !== null && 'name' in byKey ? String(byKey.name) : undefined;

export const AuditRow = ({ entry }: { readonly entry: AuditEntryView }) => {
  const w = useWords(words);
  const actions = useWords(actionWords);
  const times = useTimes();
  const details = plain(entry.details);
  const keyName = keyNameIn(entry.details);
  return (
    <li className="flex gap-4 border-line border-b py-2">
      <time dateTime={entry.createdAt} className="w-11 shrink-0 text-ink-faint">
        {times.time(entry.createdAt)}
      </time>
      <div className="min-w-0 flex-1">
        <span className="font-medium">{entry.personName ?? w.system}</span>{' '}
        {keyName && <span className="text-ink-soft">{w.withKey(keyName)} </span>}
        {actions[entry.action] ?? <code className="font-mono text-small">{entry.action}</code>}
        {details && (
          <details className="text-ink-soft text-small">
            <summary className="w-fit cursor-default">{w.details}</summary>
            <pre className="mt-1 whitespace-pre-wrap break-all font-mono">{details}</pre>
          </details>
        )}
      </div>
    </li>
  );
};
