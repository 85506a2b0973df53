import { useCallback, useState } from 'react';
import { useWords } from '../../../app/language.tsx';
import { useLiveChanges } from '../../../app/live.ts';
import type { LiveChange } from '../../../app/live-changes.ts';
import { useMay } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import type { Band, FieldView, TeamView } from '../views.ts';
import { Working } from '../working.tsx';
import { BandSelect } from './band-select.tsx';
import { useChooseTeam } from './use-fields.ts';
import type { Wishes } from './wishes.ts';
import { words } from './words.ts';

type ChooseFormProps = {
  readonly field: FieldView;
  readonly team: TeamView | null;
  readonly wishes: Wishes;
  /** How many wishes wait to be heard. */
  readonly changes: number;
  readonly onForget: () => void;
};

/** How many hours, of which following, with whom: and the choice itself, which can be called off. */
export const ChooseForm = ({ field, team, wishes, changes, onForget }: ChooseFormProps) => {
  const w = useWords(words);
  const may = useMay();
  const choose = useChooseTeam(field.id);
  const progress = useProgress(field);
  const [hours, setHours] = useState(String(team?.hours ?? field.hoursPerMonth));
  const [band, setBand] = useState<Band | null>(field.band);
  if (field.state === 'choosing')
    return (
      <Working
        label={w.choosing}
        progress={progress}
        stop={w.stop}
        isStopping={choose.isPending}
        onStop={
          may('relations.manage')
            ? () => choose.mutate('stop', { onSuccess: () => showToast({ text: w.stopped }) })
            : undefined
        }
      />
    );
  if (!may('relations.manage')) return null;
  const isRight = Number(hours) >= 0.5 && Number(hours) <= 400;
  return (
    <div className="flex flex-col gap-3">
      {field.state === 'failed' && (
        <p role="alert" className="max-w-read rounded-md bg-bad-soft px-4 py-3">
          {w.failed}
        </p>
      )}
      {choose.error && <ErrorNote error={choose.error} />}
      <div className="grid max-w-2xl gap-x-6 tablet:grid-cols-2">
        <TextField
          label={w.hours}
          type="number"
          inputMode="decimal"
          value={hours}
          onChange={setHours}
          isInvalid={!isRight}
          help={isRight ? w.hoursHint : w.hoursWrong}
        />
        <BandSelect<Band | null> value={band} onChange={setBand} withAny />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          weight={team && changes === 0 ? 'plain' : 'primary'}
          isDisabled={!isRight}
          isPending={choose.isPending}
          onPress={() =>
            choose.mutate({
              hours: Number(hours),
              band,
              pins: wishes.pins.map(({ id }) => id),
              exclusions: wishes.exclusions.map(({ id }) => id),
            })
          }
        >
          {changes > 0 ? w.apply : team ? w.chooseAgain : w.choose}
        </Button>
        <span aria-live="polite" className="font-medium">
          {changes > 0 && w.pending(changes)}
        </span>
        {changes > 0 && (
          <Button weight="quiet" onPress={onForget}>
            {w.forget}
          </Button>
        )}
      </div>
    </div>
  );
};

/** As far as the server said last, by its answer or live. */
const useProgress = ({ id, progress }: FieldView): number | null => {
  const [told, setTold] = useState<number | null>(null);
  useLiveChanges(
    useCallback(
      (change: LiveChange) => {
        if (change.kind === 'field.changed' && change.fieldId === id) setTold(change.progress ?? null);
      },
      [id],
    ),
  );
  return told ?? progress;
};
