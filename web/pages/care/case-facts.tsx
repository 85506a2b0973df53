import { type ReactNode, useState } from 'react';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useMay, useMe } from '../../app/session.ts';
import { useTimes } from '../../app/times.ts';
import { momentOf, wallText } from '../../app/wall-text.ts';
import { Button } from '../../components/button/button.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { Select } from '../../components/select/select.tsx';
import { TextArea } from '../../components/text-field/text-area.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { useMembers } from '../conversations/use-members.ts';
import { words } from './case-words.ts';
import { type CaseDetail, useCareChange, useCareRead } from './use-care.ts';
import type { CauseTree } from './use-causes.ts';
import { words as roomWords } from './words.ts';

/** Beside the story: who, by when, why, how grave; each can be changed where it stands. */
export const CaseFacts = ({ one }: { readonly one: CaseDetail }) => {
  const w = useWords(words);
  const times = useTimes();
  const { locale } = useLanguage();
  const change = useCareChange();
  const take = (step: Record<string, unknown>) =>
    change.mutate({ method: 'POST', path: ['cases', one.id, 'steps'], body: { version: one.version, step } });
  const links = [one.product, one.batch, one.orderReference].filter(Boolean).join(' · ');
  return (
    <aside aria-label={w.facts} className="flex flex-col gap-5 desk:border-line desk:border-l desk:pl-6">
      {change.error && <ErrorNote error={change.error} />}
      <Owner one={one} onTake={take} />
      <Cause one={one} onTake={take} />
      <GravityFact one={one} onTake={take} />
      <Fact name={w.due}>
        {one.dueAt ? times.full(one.dueAt) : w.noDue} <Due one={one} onTake={take} />
      </Fact>
      <Fact name={w.link}>
        {links || '—'} <Links one={one} onTake={take} />
      </Fact>
      {one.costCents > 0 && (
        <Fact name={w.costSoFar}>
          {(one.costCents / 100).toLocaleString(locale, { style: 'currency', currency: 'EUR' })}
        </Fact>
      )}
    </aside>
  );
};

type PartProps = {
  readonly one: CaseDetail;
  readonly onTake: (step: Record<string, unknown>) => void;
};

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <p className="text-ink-soft text-small">{name}</p>
    <div className="text-body">{children}</div>
  </div>
);

const NOBODY = 'nobody';

type Choice = { readonly value: string; readonly label: string };

/** What is chosen is among the choices also before they have come, and after it left them. */
const withChosen = (
  choices: readonly Choice[],
  value: string | null,
  label: string | null,
): readonly Choice[] =>
  value === null || choices.some((choice) => choice.value === value)
    ? choices
    : [{ value, label: label ?? '…' }, ...choices];

const Owner = ({ one, onTake }: PartProps) => {
  const w = useWords(words);
  const may = useMay();
  const members = useMembers();
  const me = useMe().person.id;
  const people = withChosen(
    members.map(({ personId, name }) => ({ value: personId, label: name })),
    one.ownerId,
    one.ownerName,
  );
  return (
    <div className="flex flex-col gap-2">
      <Select
        key={people.length}
        label={w.owner}
        isDisabled={!may('cases.write')}
        value={one.ownerId ?? NOBODY}
        onChange={(value) => onTake({ step: 'assign', ownerId: value === NOBODY ? null : value })}
        choices={[{ value: NOBODY, label: w.nobody }, ...people]}
      />
      {one.ownerId !== me && may('cases.write') && (
        <Button size="small" onPress={() => onTake({ step: 'assign', ownerId: me })}>
          {w.takeIt}
        </Button>
      )}
    </div>
  );
};

const Cause = ({ one, onTake }: PartProps) => {
  const w = useWords(words);
  const may = useMay();
  const tree = useCareRead<CauseTree>('causes');
  const causes = (tree.data?.causes ?? []).filter(({ isRetired, id }) => !isRetired || id === one.causeId);
  return (
    <div className="flex flex-col gap-2">
      <Select
        // A choice that comes after its value is not shown: made anew once the tree is there.
        key={causes.length}
        label={w.cause}
        isDisabled={!may('cases.write')}
        value={one.causeId ?? NOBODY}
        onChange={(value) => onTake({ step: 'file', causeId: value === NOBODY ? null : value })}
        choices={[
          { value: NOBODY, label: w.noCause },
          ...withChosen(
            causes.map(({ id, name }) => ({ value: id, label: name })),
            one.causeId,
            one.causeName,
          ),
        ]}
      />
      {may('cases.write') && one.suggestedCauses.length > 0 && (
        <p className="flex flex-wrap items-center gap-2 text-ink-soft text-small">
          {w.suggested}
          {one.suggestedCauses.map(({ id, name }) => (
            <Button key={id} size="small" onPress={() => onTake({ step: 'file', causeId: id })}>
              {name}
            </Button>
          ))}
        </p>
      )}
    </div>
  );
};

const GravityFact = ({ one, onTake }: PartProps) => {
  const w = useWords(words);
  const r = useWords(roomWords);
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const why = one.gravityReasons.map(
    ({ rule, because }) =>
      `${w.rules[rule as keyof typeof w.rules] ?? rule}${because ? ` (${because})` : ''}`,
  );
  const gravities = ([1, 2, 3, 4] as const).map((value) => ({
    value: String(value),
    label: r.gravities[value],
  }));
  return (
    <Fact name={w.gravity}>
      <p>{r.gravities[one.gravity]}</p>
      <p className="text-ink-soft text-small">
        {one.gravityChosen ? w.chosen : why.length > 0 ? `${w.gravityWhy}: ${why.join('; ')}` : ''}
      </p>
      {may('cases.write') && (
        <Button size="small" weight="quiet" onPress={() => setOpen(true)}>
          {w.change}
        </Button>
      )}
      <Dialog isOpen={isOpen} onOpenChange={setOpen} title={w.gravity}>
        <Form
          onSubmit={({ gravity = 'reckon', text = '' }) => {
            onTake({
              step: 'choose-gravity',
              gravity: gravity === 'reckon' ? null : Number(gravity),
              text,
            });
            setOpen(false);
          }}
        >
          <Select
            label={w.gravity}
            name="gravity"
            defaultValue={String(one.gravity)}
            choices={[...gravities, { value: 'reckon', label: w.reckon }]}
          />
          <TextArea label={w.gravityWhy} name="text" isRequired />
          <FormActions>
            <Button type="submit" weight="primary">
              {w.save}
            </Button>
          </FormActions>
        </Form>
      </Dialog>
    </Fact>
  );
};

/** By when: whoever knows better than the reckoning says so. */
const Due = ({ one, onTake }: PartProps) => {
  const w = useWords(words);
  const may = useMay();
  const { timeZone } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  if (!may('cases.write') || one.endedAt) return null;
  const set = (dueAt: string | null) => {
    onTake({ step: 'set-deadline', dueAt });
    setOpen(false);
  };
  return (
    <>
      <Button size="small" weight="quiet" aria-label={`${w.change}: ${w.due}`} onPress={() => setOpen(true)}>
        {w.change}
      </Button>
      <Dialog isOpen={isOpen} onOpenChange={setOpen} title={w.dueTitle}>
        <Form
          onSubmit={({ when = '' }) => {
            const dueAt = momentOf(when, timeZone);
            if (dueAt) set(dueAt.toISOString());
          }}
        >
          <TextField
            name="when"
            type="datetime-local"
            label={w.due}
            help={w.dueHelp}
            defaultValue={wallText(new Date(one.dueAt ?? Date.now()), timeZone)}
            isRequired
            autoFocus
          />
          <FormActions>
            <Button type="submit" weight="primary">
              {w.save}
            </Button>
            {one.dueAt && <Button onPress={() => set(null)}>{w.dropDue}</Button>}
          </FormActions>
        </Form>
      </Dialog>
    </>
  );
};

const Links = ({ one, onTake }: PartProps) => {
  const w = useWords(words);
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  if (!may('cases.write')) return null;
  const orNull = (text: string | undefined): string | null => text?.trim() || null;
  return (
    <>
      <Button size="small" weight="quiet" onPress={() => setOpen(true)}>
        {w.change}
      </Button>
      <Dialog isOpen={isOpen} onOpenChange={setOpen} title={w.link}>
        <Form
          onSubmit={({ product, batch, order }) => {
            onTake({
              step: 'link',
              product: orNull(product),
              batch: orNull(batch),
              orderReference: orNull(order),
            });
            setOpen(false);
          }}
        >
          <TextField label={w.product} name="product" defaultValue={one.product ?? ''} maxLength={120} />
          <TextField label={w.batch} name="batch" defaultValue={one.batch ?? ''} maxLength={120} />
          <TextField label={w.order} name="order" defaultValue={one.orderReference ?? ''} maxLength={120} />
          <FormActions>
            <Button type="submit" weight="primary">
              {w.save}
            </Button>
          </FormActions>
        </Form>
      </Dialog>
    </>
  );
};
