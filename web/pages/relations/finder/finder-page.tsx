import { Link } from '@tanstack/react-router';
import { ChevronRight, Plus } from 'lucide-react';
import { useWords } from '../../../app/language.tsx';
import { useMay, useWorkspace } from '../../../app/session.ts';
import { LinkButton } from '../../../components/button/link-button.tsx';
import { Badge } from '../../../components/card/card.tsx';
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Page } from '../../../components/page/page.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { useFigures } from '../use-figures.ts';
import type { FieldView } from '../views.ts';
import { useFields } from './use-fields.ts';
import { words } from './words.ts';

/** The fields whose people we look for. */
export const FinderPage = () => {
  const w = useWords(words);
  const { data, error, isPending, refetch } = useFields();
  const isEmpty = data?.fields.length === 0;
  return (
    <Page title={w.title} lead={w.lead} actions={data && !isEmpty && <Describe />}>
      {isPending && <SkeletonRows rows={3} rowClassName="h-20" />}
      {!data && error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {isEmpty && (
        <EmptyState
          title={w.emptyTitle}
          action={<Describe />}
          example={{ text: w.emptyExample, from: w.emptyExampleFrom }}
        >
          <p>{w.emptyText}</p>
        </EmptyState>
      )}
      {data && !isEmpty && (
        <ul className="border-line border-t">
          {data.fields.map((field) => (
            <FieldRow key={field.id} field={field} />
          ))}
        </ul>
      )}
    </Page>
  );
};

const Describe = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const may = useMay();
  return (
    may('relations.manage') && (
      <LinkButton to="/$slug/relazioni/trova/nuovo" params={{ slug }} weight="primary">
        <Plus aria-hidden size={16} />
        {w.describe}
      </LinkButton>
    )
  );
};

const FieldRow = ({ field }: { readonly field: FieldView }) => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const { tenth } = useFigures();
  const state = field.state === 'choosing' ? w.choosingNow : field.hasTeam ? w.withTeam : w.noTeam;
  return (
    <li className="border-line border-b">
      <Link
        to="/$slug/relazioni/trova/$fieldId"
        params={{ slug, fieldId: field.id }}
        className="-mx-2 flex items-center gap-4 rounded-md px-2 py-4 text-ink no-underline hover:bg-sunk"
      >
        <span className="min-w-0 flex-1">
          <span className="block font-semibold text-read">{field.name}</span>
          {field.description && <span className="block text-ink-soft">{field.description}</span>}
          <span className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft text-small">
            <Badge tone={field.hasTeam ? 'good' : 'plain'}>{state}</Badge>
            {w.hoursOf(tenth(field.hoursPerMonth))}
          </span>
        </span>
        <ChevronRight aria-hidden size={18} className="shrink-0 text-ink-faint" />
      </Link>
    </li>
  );
};
