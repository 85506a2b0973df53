import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useMay, useWorkspace } from '../../app/session.ts';
import { Button } from '../../components/button/button.tsx';
import { Badge } from '../../components/card/card.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { Section } from '../../components/page/page.tsx';
import { Select } from '../../components/select/select.tsx';
import { TextArea } from '../../components/text-field/text-area.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { words } from './causes-words.ts';
import { useCareChange, useCareRead } from './use-care.ts';
import type { Cause, Improvement } from './use-causes.ts';
import { words as roomWords } from './words.ts';

/** What was changed, and what came of it: also when nothing did. */
export const Improvements = ({ causes }: { readonly causes: readonly Cause[] }) => {
  const w = useWords(words);
  const may = useMay();
  const list = useCareRead<{ readonly improvements: readonly Improvement[] }>('improvements');
  const [writing, write] = useState<Improvement | 'new' | null>(null);
  const usable = causes.filter(({ isRetired }) => !isRetired);
  return (
    <Section title={w.improvements}>
      {list.isError && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.improvements.length === 0 && <p className="text-ink-soft">{w.none}</p>}
      <ul className="flex flex-col gap-5">
        {list.data?.improvements.map((one) => (
          <li key={one.id} className="border-line border-t pt-4 first:border-t-0 first:pt-0">
            <One one={one} onChange={may('causes.manage') ? () => write(one) : undefined} />
          </li>
        ))}
      </ul>
      {may('causes.manage') && usable.length > 0 && (
        <Button className="mt-4" onPress={() => write('new')}>
          {w.addOne}
        </Button>
      )}
      {writing && (
        <ImprovementDialog
          one={writing === 'new' ? null : writing}
          causes={usable}
          onClose={() => write(null)}
        />
      )}
    </Section>
  );
};

const One = ({
  one,
  onChange,
}: {
  readonly one: Improvement;
  readonly onChange: (() => void) | undefined;
}) => {
  const w = useWords(words);
  const r = useWords(roomWords);
  const { slug } = useWorkspace();
  return (
    <article>
      <h3 className="flex flex-wrap items-center gap-2 font-medium text-read">
        {one.title} <Badge tone={one.state === 'done' ? 'good' : 'plain'}>{w.states[one.state]}</Badge>
      </h3>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3">
        {one.before && <Pair name={w.before}>{one.before}</Pair>}
        {one.after && <Pair name={w.after}>{one.after}</Pair>}
      </dl>
      {one.italian && <p className="letter mt-1">{one.italian}</p>}
      {one.effect && <EffectLine effect={one.effect} />}
      {one.cases.length > 0 && (
        <p className="mt-1 flex flex-wrap gap-2 text-ink-soft text-small">
          {w.cases}
          {one.cases.map(({ id, number }) => (
            <Link
              key={id}
              to="/$slug/cura/$caseId"
              params={{ slug, caseId: id }}
              className="link inline-block py-1"
            >
              {r.caseNumber(number)}
            </Link>
          ))}
        </p>
      )}
      {onChange && (
        <Button size="small" weight="quiet" onPress={onChange}>
          {w.change}
        </Button>
      )}
    </article>
  );
};

const Pair = ({ name, children }: { readonly name: string; readonly children: string }) => (
  <>
    <dt className="text-ink-soft">{name}</dt>
    <dd>{children}</dd>
  </>
);

const EffectLine = ({ effect }: { readonly effect: NonNullable<Improvement['effect']> }) => {
  const w = useWords(words);
  const { locale } = useLanguage();
  const number = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 2 });
  const rate = ({ complaints, heard }: { complaints: number; heard: number }) =>
    number(heard === 0 ? 0 : (100 * complaints) / heard);
  const { days, before, after, change, verdict } = effect;
  return (
    <p className="tabular mt-1 text-body">
      {w.effect[verdict]}{' '}
      {verdict !== 'too-early' && (
        <span className="text-ink-soft">
          {w.counts(days, rate(before), rate(after))}{' '}
          {change.ratio !== null &&
            w.interval(number(change.low), change.high === null ? w.unbounded : number(change.high))}
        </span>
      )}
    </p>
  );
};

type DialogProps = {
  readonly one: Improvement | null;
  readonly causes: readonly Cause[];
  readonly onClose: () => void;
};

const ImprovementDialog = ({ one, causes, onClose }: DialogProps) => {
  const w = useWords(words);
  const change = useCareChange();
  const states = (['planned', 'doing', 'done', 'given-up'] as const).map((value) => ({
    value,
    label: w.states[value],
  }));
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={one ? w.change : w.addOne} wide>
      <Form
        problem={change.error}
        onSubmit={({ title, causeId, before = '', after = '', italian = '', english = '', state }) => {
          const wish = { title, causeId, before, after, italian, english, state };
          const kept = { ownerId: one?.ownerId ?? null, caseIds: one?.cases.map(({ id }) => id) ?? [] };
          change.mutate(
            {
              method: one ? 'PUT' : 'POST',
              path: one ? ['improvements', one.id] : ['improvements'],
              body: { ...wish, ...kept, ...(one ? { version: one.version } : {}) },
            },
            { onSuccess: onClose },
          );
        }}
      >
        <TextField
          label={w.what}
          name="title"
          isRequired
          maxLength={120}
          defaultValue={one?.title ?? ''}
          autoFocus
        />
        <Select
          label={w.cause}
          name="causeId"
          defaultValue={one?.causeId ?? causes[0]?.id ?? ''}
          choices={causes.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextArea label={w.before} name="before" rows={2} defaultValue={one?.before ?? ''} />
        <TextArea label={w.after} name="after" rows={2} defaultValue={one?.after ?? ''} />
        <Select label={w.state} name="state" defaultValue={one?.state ?? 'planned'} choices={states} />
        <TextArea label={w.italian} name="italian" rows={2} letter defaultValue={one?.italian ?? ''} />
        <TextArea label={w.english} name="english" rows={2} letter defaultValue={one?.english ?? ''} />
        <FormActions>
          <Button type="submit" weight="primary" isPending={change.isPending}>
            {w.save}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
};
