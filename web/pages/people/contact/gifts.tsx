import { useState } from 'react';
import { call, inWorkspace } from '../../../app/api.ts';
import { useInBoth, useLanguage, useWords } from '../../../app/language.tsx';
import { useMay, useWorkspace } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { useUndoable } from '../use-undoable.ts';
import type { ContactDetail, Gift } from '../views.ts';
import { GiftDialog } from './gift-dialog.tsx';
import { Part } from './part.tsx';
import { addGift } from './use-contact.ts';
import { words } from './words.ts';

/** The ledger of what was given, each with what the law asks to be said. */
export const Gifts = ({ detail: { contact, gifts } }: { readonly detail: ContactDetail }) => {
  const w = useWords(words);
  const may = useMay();
  const [adding, setAdding] = useState(false);
  return (
    <Part title={w.gifts} lead={w.giftsLead}>
      {gifts.length === 0 ? (
        <p className="text-ink-soft">{w.giftsNone}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {gifts.map((gift) => (
            <Entry key={gift.id} gift={gift} contactId={contact.id} />
          ))}
        </ul>
      )}
      {may('relations.manage') && (
        <Button size="small" className="mt-3" onPress={() => setAdding(true)}>
          {w.addGift}
        </Button>
      )}
      {adding && <GiftDialog contact={contact} onClose={() => setAdding(false)} />}
    </Part>
  );
};

const Entry = ({ gift, contactId }: { readonly gift: Gift; readonly contactId: string }) => {
  const w = useWords(words);
  const times = useTimes();
  const inBoth = useInBoth();
  const { locale } = useLanguage();
  const may = useMay();
  const value =
    gift.valueCents === null
      ? ''
      : new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(gift.valueCents / 100);
  return (
    <li className="rounded-md bg-sunk px-3 py-2">
      <p className="font-medium">{gift.what}</p>
      <p className="text-ink-soft text-small">
        {[w.giftKinds[gift.kind], value, times.dateYear(gift.at)].filter(Boolean).join(' · ')}
      </p>
      <p className="mt-1 text-small">
        {w.disclosure} <q className="font-serif">{inBoth(gift.label)}</q>
        {gift.tags.length > 0 && ` ${w.disclosureTags(times.list(gift.tags))}`}
      </p>
      {gift.warning && <p className="mt-1 text-small text-warn">{inBoth(gift.warning)}</p>}
      <details className="mt-1 text-small">
        <summary className="min-h-6 cursor-default text-ink-soft">{w.tellThem}</summary>
        <p className="mt-1 border-line border-l-2 pl-3 font-serif">{inBoth(gift.disclosure)}</p>
      </details>
      {may('relations.manage') && <Remove gift={gift} contactId={contactId} />}
    </li>
  );
};

const Remove = ({ gift, contactId }: { readonly gift: Gift; readonly contactId: string }) => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const { kind, what, at, valueCents } = gift;
  const remove = useUndoable({
    told: w.giftRemoved,
    act: () => call('DELETE', inWorkspace(id, 'gifts', gift.id)),
    undo: () => addGift(id, contactId, { kind, what, at, ...(valueCents === null ? {} : { valueCents }) }),
  });
  return (
    <Button
      size="small"
      weight="quiet"
      className="-ml-3"
      aria-label={`${w.removeGift}: ${what}`}
      isPending={remove.isPending}
      onPress={() => remove.mutate()}
    >
      {w.removeGift}
    </Button>
  );
};
