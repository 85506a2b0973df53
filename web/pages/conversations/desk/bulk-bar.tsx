import { AlarmClock, Check, Mail, MailOpen, Tag, UserRound, X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useLanguage, useWords } from '../../../app/language.tsx';
import type { ConversationsSearch } from '../../../app/routes/conversations.ts';
import { useMay, useMe } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { buttonLook } from '../../../components/button/button-look.ts';
import { IconButton } from '../../../components/button/icon-button.tsx';
import { Menu } from '../../../components/menu/menu.tsx';
import { useMembers } from '../use-members.ts';
import { words as pageWords } from '../words.ts';
import { LabelDot } from './label-mark.tsx';
import { snoozeTimes } from './snooze-times.ts';
import { allOf, type BulkWish, useBulk } from './use-bulk.ts';
import { useLabels, useTeams } from './use-desk.ts';
import type { Selection } from './use-selection.ts';
import { words } from './words.ts';

type BulkBarProps = {
  readonly selection: Selection;
  readonly shown: readonly string[];
  readonly hasMore: boolean;
  readonly search: ConversationsSearch;
};

/** What can be done to all that are chosen, and how far it is while it goes on. */
export const BulkBar = ({ selection, shown, hasMore, search }: BulkBarProps) => {
  const w = useWords(words);
  const times = useTimes();
  const bulk = useBulk();
  const chosen = selection.chosen ?? new Set<string>();
  const isAll = hasMore && chosen.size === shown.length && shown.length > 0;
  const begin = (wish: BulkWish, everything = false) => {
    bulk.begin(wish, everything ? allOf(search) : { threadIds: [...chosen] });
    selection.stop();
  };
  if (bulk.running) {
    const { total, counts } = bulk.running;
    const { id } = bulk.running;
    return (
      <div role="status" className="flex items-center gap-3 border-line border-t bg-sheet px-3 py-2">
        <span className="min-w-0 flex-1 text-small">
          {w.bulkRunning(times.number(total - counts.waiting), times.number(total))}
        </span>
        <Button size="small" onPress={() => bulk.stop(id)}>
          {w.stop}
        </Button>
      </div>
    );
  }
  if (!selection.chosen) return null;
  return (
    <section aria-label={w.forChosen} className="border-line border-t bg-sheet px-3 py-2">
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 text-small" aria-live="polite">
          {w.chosen(chosen.size)}
        </span>
        <Button size="small" weight="quiet" onPress={() => selection.choose(shown)}>
          {w.chooseAll}
        </Button>
        <IconButton label={w.stopChoosing} icon={<X aria-hidden size={18} />} onPress={selection.stop} />
      </div>
      <Wishes isDisabled={chosen.size === 0 || bulk.isPending} onWish={begin} />
      {isAll && (
        <p className="text-small">
          <button
            type="button"
            className="link min-h-control"
            onClick={() => begin({ kind: 'organise', status: 'done' }, true)}
          >
            {w.closeEverything}
          </button>
        </p>
      )}
    </section>
  );
};

type WishesProps = { readonly isDisabled: boolean; readonly onWish: (wish: BulkWish) => void };

const Wishes = ({ isDisabled, onWish }: WishesProps) => {
  const w = useWords(words);
  const p = useWords(pageWords);
  const may = useMay();
  const times = useTimes();
  const { timeZone } = useLanguage();
  const { person } = useMe();
  const members = useMembers();
  const teams = useTeams();
  const labels = useLabels();
  const marks = (
    <>
      <IconButton
        label={w.markRead}
        isDisabled={isDisabled}
        icon={<MailOpen aria-hidden size={18} />}
        onPress={() => onWish({ kind: 'read' })}
      />
      <IconButton
        label={w.markUnread}
        isDisabled={isDisabled}
        icon={<Mail aria-hidden size={18} />}
        onPress={() => onWish({ kind: 'unread' })}
      />
    </>
  );
  if (!may('threads.organise')) return <div className="flex">{marks}</div>;
  return (
    <div className="flex flex-wrap items-center gap-1">
      <Menu
        label={p.assignTo}
        placement="top start"
        trigger={
          <AriaButton isDisabled={isDisabled} className={buttonLook('quiet', 'small')}>
            <UserRound aria-hidden size={16} />
            {p.assign}
          </AriaButton>
        }
        entries={[
          {
            id: 'mine',
            label: p.toMe,
            run: () => onWish({ kind: 'organise', assigneeId: person.id }),
          },
          ...members
            .filter(({ personId }) => personId !== person.id)
            .map(({ personId, name }) => ({
              id: personId,
              label: name,
              run: () => onWish({ kind: 'organise', assigneeId: personId }),
            })),
          ...teams.map(({ id, name }) => ({
            id,
            label: w.ofTeam(name),
            run: () => onWish({ kind: 'organise', teamId: id }),
          })),
          {
            id: 'nobody',
            label: p.nobody,
            run: () => onWish({ kind: 'organise', assigneeId: null }),
          },
        ]}
      />
      <Menu
        label={w.snooze}
        placement="top start"
        trigger={
          <AriaButton
            isDisabled={isDisabled}
            aria-label={w.snooze}
            className={buttonLook('quiet', 'small', 'px-2!')}
          >
            <AlarmClock aria-hidden size={18} />
          </AriaButton>
        }
        entries={snoozeTimes(new Date(), timeZone).map(({ id, at }) => ({
          id,
          label: w[id],
          description: `${times.weekday(at)}, ${times.time(at)}`,
          run: () => onWish({ kind: 'organise', snoozedUntil: at }),
        }))}
      />
      {labels.length > 0 && (
        <Menu
          label={w.labels}
          placement="top start"
          trigger={
            <AriaButton
              isDisabled={isDisabled}
              aria-label={w.labels}
              className={buttonLook('quiet', 'small', 'px-2!')}
            >
              <Tag aria-hidden size={18} />
            </AriaButton>
          }
          entries={labels.map(({ id, name, colour }) => ({
            id,
            label: name,
            icon: <LabelDot colour={colour} />,
            run: () => onWish({ kind: 'organise', addLabels: [id] }),
          }))}
        />
      )}
      {marks}
      <Button
        size="small"
        className="ml-auto"
        isDisabled={isDisabled}
        onPress={() => onWish({ kind: 'organise', status: 'done' })}
      >
        <Check aria-hidden size={16} />
        {p.close}
      </Button>
    </div>
  );
};
