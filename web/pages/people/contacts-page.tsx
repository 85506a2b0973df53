import { useNavigate, useSearch } from '@tanstack/react-router';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import type { ContactsSearch } from '../../app/routes/relations.ts';
import { useMay, useWorkspace } from '../../app/session.ts';
import { useCommands } from '../../app/shortcuts.ts';
import { Button } from '../../components/button/button.tsx';
import { LinkButton } from '../../components/button/link-button.tsx';
import { Page } from '../../components/page/page.tsx';
import { ContactFilters } from './list/contact-filters.tsx';
import { ContactRows } from './list/contact-rows.tsx';
import { MergeNote } from './list/merge-note.tsx';
import { NewContactDialog } from './list/new-contact-dialog.tsx';
import { words as listWords } from './list/words.ts';
import { useContacts } from './use-contacts.ts';
import { words } from './words.ts';

/** Everyone we have to do with, across channels; what the list shows lives in the address. */
export const ContactsPage = () => {
  const w = useWords(words);
  const l = useWords(listWords);
  const { slug } = useWorkspace();
  const mayManage = useMay()('relations.manage');
  const [adding, setAdding] = useState(false);
  const search = useSearch({ strict: false }) as ContactsSearch;
  const change = useChangeSearch(search);
  const list = useContacts(search);
  useCommands(w.title, mayManage ? [{ id: 'add', label: l.add, run: () => setAdding(true) }] : []);
  return (
    <Page
      title={w.title}
      lead={w.lead}
      actions={
        mayManage && (
          <>
            <LinkButton to="/$slug/relazioni/persone/importa" params={{ slug }}>
              {l.import}
            </LinkButton>
            <Button onPress={() => setAdding(true)}>
              <UserPlus aria-hidden size={16} />
              {l.add}
            </Button>
          </>
        )
      }
    >
      {mayManage && <MergeNote />}
      <ContactFilters search={search} onChange={change} />
      <ContactRows list={list} search={search} onClear={() => change(nothing)} />
      {adding && <NewContactDialog onClose={() => setAdding(false)} />}
    </Page>
  );
};

export type SearchChange = { [Name in keyof ContactsSearch]: ContactsSearch[Name] | undefined };

const nothing = {
  cerca: undefined,
  cerchia: undefined,
  fase: undefined,
  consenso: undefined,
  addormentate: undefined,
};

const useChangeSearch = (search: ContactsSearch) => {
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  return (part: SearchChange) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value));
    void navigate({ to: '/$slug/relazioni/persone', params: { slug }, search: next, replace: true });
  };
};
