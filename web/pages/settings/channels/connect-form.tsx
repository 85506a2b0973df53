import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { company, read } from '../../../app/client.ts';
import { keys } from '../../../app/keys.ts';
import { useInBoth, useWords } from '../../../app/language.tsx';
import { useWorkspace } from '../../../app/session.ts';
import type { ChannelManifest, ConnectionView } from '../../../app/views.ts';
import { Button } from '../../../components/button/button.tsx';
import { Form, FormActions } from '../../../components/form/form.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { ManifestField } from './manifest-field.tsx';
import { PriceTable } from './price-table.tsx';
import { readForm } from './read-form.ts';
import { SetUpSteps } from './set-up-steps.tsx';
import { words } from './words.ts';

type ConnectFormProps = {
  readonly manifest: ChannelManifest;
  /** The connection to change; absent to make one. */
  readonly connection?: ConnectionView;
  readonly onConnected: (connection: ConnectionView) => void;
};

/** The guided form of a channel: filled, tried against the channel itself, and only then kept. */
export const ConnectForm = ({ manifest, connection, onConnected }: ConnectFormProps) => {
  const w = useWords(words);
  const say = useInBoth();
  const { id } = useWorkspace();
  const client = useQueryClient();
  const [leaving, setLeaving] = useState(false);
  const channelName = say(manifest.name);
  const away = manifest.auth === 'oauth2' && !connection;
  const keep = useMutation({
    mutationFn: async ({
      name,
      ...typed
    }: Readonly<Record<string, string>>): Promise<ConnectionView | { authorizeUrl: string }> => {
      const body = {
        values: readForm(manifest.fields, typed),
        ...(name?.trim() ? { name: name.trim() } : {}),
      };
      return connection
        ? read(
            company.connections[':id'].$patch({ param: { workspaceId: id, id: connection.id }, json: body }),
          )
        : read(
            company.connections.$post({
              param: { workspaceId: id },
              json: { channel: manifest.id, ...body },
            }),
          );
    },
    onSuccess: async (answer) => {
      if ('authorizeUrl' in answer) {
        setLeaving(true);
        location.assign(answer.authorizeUrl);
        return;
      }
      await client.invalidateQueries({ queryKey: keys.connections(id) });
      onConnected(answer);
    },
  });
  const shown = manifest.fields.filter((field) => !field.advanced);
  const folded = manifest.fields.filter((field) => field.advanced);
  const draw = (field: (typeof manifest.fields)[number], first: boolean) => (
    <ManifestField
      key={field.name}
      field={field}
      value={connection?.settings[field.name]}
      isRequired={field.required && !(connection && field.secret)}
      autoFocus={first}
      {...(connection && field.secret ? { help: w.secretKept } : {})}
    />
  );
  return (
    <Form onSubmit={(values) => keep.mutate(values)} problem={keep.error} strip="values.">
      {!connection && <p className="text-ink-soft">{say(manifest.summary)}</p>}
      {manifest.steps && (
        <SetUpSteps steps={manifest.steps} returns={manifest.auth === 'oauth2'} isOpen={!connection} />
      )}
      {manifest.prices && <PriceTable prices={manifest.prices} />}
      {shown.map((field, position) => draw(field, position === 0))}
      {connection && (
        <TextField name="name" label={w.name} help={w.nameHelp} defaultValue={connection.name} />
      )}
      {folded.length > 0 && (
        <details>
          <summary className="w-fit cursor-default text-ink-soft">{w.advanced}</summary>
          <div className="mt-4 flex flex-col gap-5">{folded.map((field) => draw(field, false))}</div>
        </details>
      )}
      {away && <p className="text-ink-soft text-small">{w.redirectNote(channelName)}</p>}
      {manifest.fields.some((field) => field.secret) && (
        <p className="text-ink-soft text-small">{w.secretsNote}</p>
      )}
      <FormActions>
        <Button type="submit" weight="primary" isPending={keep.isPending || leaving}>
          {leaving
            ? w.leaving
            : keep.isPending
              ? w.connecting
              : connection
                ? w.save
                : away
                  ? w.goToChannel(channelName)
                  : w.connect}
        </Button>
      </FormActions>
    </Form>
  );
};
