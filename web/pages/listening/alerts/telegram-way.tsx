import { useWords } from '../../../app/language.tsx';
import { useMay } from '../../../app/session.ts';
import { Button } from '../../../components/button/button.tsx';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Form } from '../../../components/form/form.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { words } from './preferences-words.ts';
import { type MyWays, useChangeBot, useJoinTelegram } from './use-alerts.ts';

/** The company's bot, and the way to it. */
export const TelegramWay = ({ telegram }: { readonly telegram: MyWays['telegram'] }) => {
  const w = useWords(words);
  const may = useMay();
  const change = useChangeBot();
  const join = useJoinTelegram();
  if (telegram.bot === null)
    return (
      <>
        <p className="mb-3 text-ink-soft">{w.noBot}</p>
        {may('alerts.manage') && (
          <Form onSubmit={({ token = '' }) => change.mutate(token.trim())} problem={change.error}>
            <TextField
              name="token"
              label={w.token}
              type="password"
              autoComplete="off"
              isRequired
              className="max-w-md"
            />
            <Button type="submit" isPending={change.isPending}>
              {w.keepBot}
            </Button>
          </Form>
        )}
      </>
    );
  return (
    <div className="mb-3 flex flex-wrap items-center gap-3">
      {telegram.isJoined ? (
        <p>{w.joined}</p>
      ) : (
        <>
          <a
            className="link"
            target="_blank"
            rel="noreferrer"
            href={`https://t.me/${telegram.bot}?start=${telegram.code}`}
          >
            {w.openBot}
          </a>
          <Button onPress={() => join.mutate(undefined)} isPending={join.isPending}>
            {w.joinBot}
          </Button>
        </>
      )}
      {may('alerts.manage') && (
        <Button onPress={() => change.mutate(null)} isPending={change.isPending}>
          {w.forgetBot(telegram.bot)}
        </Button>
      )}
      {(join.error ?? change.error) && <ErrorNote error={join.error ?? change.error} />}
    </div>
  );
};
