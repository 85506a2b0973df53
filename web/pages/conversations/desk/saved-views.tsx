import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { call, inWorkspace } from '../../../app/api.ts';
import { keys } from '../../../app/keys.ts';
import { useWords } from '../../../app/language.tsx';
import type { ConversationsSearch } from '../../../app/routes/conversations.ts';
import { useWorkspace } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { IconButton } from '../../../components/button/icon-button.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { Menu } from '../../../components/menu/menu.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { searchOfView } from './search-of-view.ts';
import { words } from './words.ts';

type SavedView = {
  readonly id: string;
  readonly name: string;
  readonly search: Readonly<Record<string, string>>;
  readonly version: number;
};

/** Ways of looking at the list that this person gave a name: what stands in the address then. */
export const SavedViews = ({ search }: { readonly search: ConversationsSearch }) => {
  const w = useWords(words);
  const { id, slug } = useWorkspace();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [naming, setNaming] = useState(false);
  const queryKey = [...keys.desk(id), 'saved-views'];
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      call<{ views: readonly SavedView[] }>('GET', inWorkspace(id, 'saved-views'), undefined, signal),
    staleTime: 60_000,
  });
  const shown = Object.fromEntries(Object.entries(search).map(([part, value]) => [part, String(value)]));
  const onSuccess = () => client.invalidateQueries({ queryKey });
  const add = useMutation({
    mutationFn: (name: string) =>
      call('POST', inWorkspace(id, 'saved-views'), {
        name,
        search: shown,
      }),
    onSuccess: () => {
      setNaming(false);
      return onSuccess();
    },
  });
  const renew = useMutation({
    mutationFn: ({ id: viewId, name, version }: SavedView) =>
      call('PUT', inWorkspace(id, 'saved-views', viewId), { name, search: shown, version }),
    // Changed on another screen of theirs meanwhile, it is read again, and nothing is written over.
    onError: (error) => showToast({ text: error.message }),
    onSettled: onSuccess,
  });
  const forget = useMutation({
    mutationFn: (viewId: string) => call('DELETE', inWorkspace(id, 'saved-views', viewId)),
    onSuccess,
  });
  const views = data?.views ?? [];
  const open = (view: SavedView) => {
    void navigate({ to: '/$slug/conversazioni', params: { slug }, search: searchOfView(view.search) });
  };
  return (
    <>
      <Menu
        label={w.myViews}
        placement="bottom end"
        trigger={<IconButton label={w.myViews} icon={<Bookmark aria-hidden size={18} />} className="-my-2" />}
        entries={[
          ...views.map((view) => ({ id: view.id, label: view.name, run: () => open(view) })),
          ...(views.length > 0 ? [{ id: 'line', separator: true as const }] : []),
          { id: 'save', label: w.saveView, run: () => setNaming(true) },
          ...views.map((view) => ({
            id: `renew-${view.id}`,
            label: w.renewView(view.name),
            run: () => renew.mutate(view),
          })),
          ...views.map(({ id: viewId, name }) => ({
            id: `forget-${viewId}`,
            label: w.forgetView(name),
            isDanger: true,
            run: () => forget.mutate(viewId),
          })),
        ]}
      />
      <Dialog isOpen={naming} onOpenChange={setNaming} title={w.saveViewTitle}>
        <Form problem={add.error} onSubmit={({ name = '' }) => add.mutate(name)}>
          <TextField
            name="name"
            label={w.viewName}
            help={w.saveViewHelp}
            isRequired
            autoFocus
            maxLength={60}
            autoComplete="off"
          />
          <FormActions>
            <Button type="submit" weight="primary" isPending={add.isPending}>
              {w.save}
            </Button>
          </FormActions>
        </Form>
      </Dialog>
    </>
  );
};
