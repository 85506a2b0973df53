import { useNavigate, useSearch } from '@tanstack/react-router';
import { useWords } from '../../../app/language.tsx';
import { useMay, useWorkspace } from '../../../app/session.ts';
import { useCommands } from '../../../app/shortcuts.ts';
import { Button } from '../../../components/button/button.tsx';
import { Checkbox } from '../../../components/checkbox/checkbox.tsx';
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Page } from '../../../components/page/page.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { Tabs } from '../../../components/tabs/tabs.tsx';
import { HeldRow } from './held-row.tsx';
import { type Choice, useChoice } from './use-choice.ts';
import { type HeldState, useHeld } from './use-held.ts';
import { words } from './words.ts';

/** What waits for somebody to look before it counts. */
export const HeldPage = () => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  const { stato } = useSearch({ strict: false }) as { stato?: string };
  const state: HeldState = stato === 'rifiutati' ? 'refused' : 'waiting';
  const show = (id: string) =>
    void navigate({
      to: '/$slug/ascolto/attesa',
      params: { slug },
      search: id === 'refused' ? { stato: 'rifiutati' } : {},
      replace: true,
    });
  return (
    <Page title={w.title} lead={w.lead}>
      <Tabs
        label={w.which}
        selected={state}
        onSelect={show}
        tabs={[
          { id: 'waiting', label: w.waiting, content: <HeldList key="waiting" state="waiting" /> },
          { id: 'refused', label: w.refused, content: <HeldList key="refused" state="refused" /> },
        ]}
      />
    </Page>
  );
};

const HeldList = ({ state }: { readonly state: HeldState }) => {
  const w = useWords(words);
  const mayDecide = useMay()('mentions.admit');
  const found = useHeld(state);
  const choice = useChoice(found.held);
  useKeys(state, choice, mayDecide && found.held.length > 0);
  if (found.isPending) return <SkeletonRows rows={4} rowClassName="h-28" />;
  if (found.isError && found.held.length === 0)
    return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
  if (found.held.length === 0)
    return state === 'waiting' ? (
      <EmptyState title={w.nothingTitle}>
        <p>{w.nothing}</p>
      </EmptyState>
    ) : (
      <EmptyState title={w.noRefusedTitle}>
        <p>{w.noRefused}</p>
      </EmptyState>
    );
  return (
    <>
      {choice.error && <ErrorNote error={choice.error} className="mb-4" />}
      {mayDecide ? (
        <Together state={state} choice={choice} count={found.held.length} />
      ) : (
        <p className="mb-4 text-ink-soft text-small">{w.readOnly}</p>
      )}
      <ol aria-label={w.list} className="flex flex-col">
        {found.held.map((one) => (
          <li key={one.id} className="border-line border-t py-4">
            <HeldRow one={one} choice={choice} mayDecide={mayDecide} />
          </li>
        ))}
      </ol>
      {found.hasNextPage && (
        <Button onPress={() => void found.fetchNextPage()} isPending={found.isFetchingNextPage}>
          {w.more}
        </Button>
      )}
    </>
  );
};

type TogetherProps = { readonly state: HeldState; readonly choice: Choice; readonly count: number };

/** Several at once. */
const Together = ({ state, choice, count }: TogetherProps) => {
  const w = useWords(words);
  const { chosen, take, isPending } = choice;
  return (
    <div className="mb-2 flex min-h-control flex-wrap items-center gap-x-4 gap-y-2">
      <Checkbox isSelected={chosen.length === count} onChange={choice.chooseAll}>
        {w.selectAll}
      </Checkbox>
      {chosen.length > 0 && (
        <>
          <span aria-live="polite" className="text-ink-soft text-small">
            {w.selected(chosen.length)}
          </span>
          {state === 'waiting' ? (
            <>
              <Button size="small" isDisabled={isPending} onPress={() => take(chosen, { verb: 'approve' })}>
                {w.approve}
              </Button>
              <Button
                size="small"
                isDisabled={isPending}
                onPress={() => take(chosen, { verb: 'refuse', as: 'unwanted' })}
              >
                {w.refuse}
              </Button>
              <Button
                size="small"
                isDisabled={isPending}
                onPress={() => take(chosen, { verb: 'refuse', as: 'spam' })}
              >
                {w.spam}
              </Button>
            </>
          ) : (
            <Button size="small" isDisabled={isPending} onPress={() => take(chosen, { verb: 'put-back' })}>
              {w.putBack}
            </Button>
          )}
        </>
      )}
    </div>
  );
};

const useKeys = (state: HeldState, choice: Choice, isOn: boolean): void => {
  const w = useWords(words);
  const decide = (decision: Parameters<Choice['take']>[1]) => () => choice.take(choice.meant(), decision);
  const moving = [
    { id: 'held-next', label: w.next, keys: 'j', keysOnly: true, run: () => choice.step(1) },
    { id: 'held-previous', label: w.previous, keys: 'k', keysOnly: true, run: () => choice.step(-1) },
    {
      id: 'held-choose',
      label: w.choose,
      keys: 'x',
      keysOnly: true,
      run: () => choice.atHand && choice.toggle(choice.atHand),
    },
  ];
  const deciding =
    state === 'waiting'
      ? [
          { id: 'held-approve', label: w.approve, keys: 'a', run: decide({ verb: 'approve' }) },
          { id: 'held-refuse', label: w.refuse, keys: 'r', run: decide({ verb: 'refuse', as: 'unwanted' }) },
          { id: 'held-spam', label: w.spam, keys: 's', run: decide({ verb: 'refuse', as: 'spam' }) },
        ]
      : [{ id: 'held-back', label: w.putBack, keys: 'u', run: decide({ verb: 'put-back' }) }];
  useCommands(w.title, isOn ? [...moving, ...deciding] : []);
};
