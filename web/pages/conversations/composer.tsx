import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call, inWorkspace } from '../../app/api.ts';
import { useInBoth, useWords } from '../../app/language.tsx';
import { ApiProblem } from '../../app/problems.ts';
import { useMe, useWorkspace } from '../../app/session.ts';
import { Button } from '../../components/button/button.tsx';
import { useChannelName } from '../../components/channel-icon/channel-icon.tsx';
import { Switch } from '../../components/checkbox/switch.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { Kbd } from '../../components/kbd/kbd.tsx';
import { AddPicture, PictureField, PictureHint } from '../../components/picture/picture-field.tsx';
import { pictureProblem } from '../../components/picture/picture-limits.ts';
import { takingPictures } from '../../components/picture/taking-pictures.ts';
import { usePictures } from '../../components/picture/use-pictures.ts';
import { Select } from '../../components/select/select.tsx';
import { TextArea } from '../../components/text-field/text-area.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { showToast } from '../../components/toast/toast.ts';
import { ChecksNote } from '../approvals/checks-note.tsx';
import { CrisisGuide } from '../crisis/crisis-guide.tsx';
import { AnsweredNote, type OtherAnswer } from './desk/answered-note.tsx';
import { seenUntil } from './desk/seen-until.ts';
import { SnippetMenu } from './desk/snippet-menu.tsx';
import { measure, signed } from './measure.ts';
import { replyIds } from './reply-id.ts';
import { AiMark } from './suggestion/ai-mark.tsx';
import { SuggestDraft } from './suggestion/suggest-draft.tsx';
import { useSuggested } from './suggestion/use-suggested.ts';
import { chosenTemplate, isFilled, TemplateField } from './template/template-field.tsx';
import { ToneHelp, useToneHelp } from './tone/tone-help.tsx';
import { useTone } from './tone/use-tone.ts';
import { useChecks } from './use-checks.ts';
import { type DraftText, useDraft } from './use-draft.ts';
import { firstName } from './use-members.ts';
import { useRefresh } from './use-thread.ts';
import { useUndoReply } from './use-undo-reply.ts';
import { type MentionView, nameOf, type ReplyView, type ThreadDetail } from './views.ts';
import { words } from './words.ts';

type ComposerProps = {
  readonly detail: ThreadDetail;
  readonly composer: NonNullable<ThreadDetail['composer']>;
  readonly target: MentionView;
  readonly onClose: () => void;
};

/** Where a person answers as themselves: on which channel, as whom, and how much room is left. */
export const Composer = ({ detail, composer, target, onClose }: ComposerProps) => {
  const w = useWords(words);
  const say = useInBoth();
  const { person } = useMe();
  const me = firstName(person.name);
  const company = useWorkspace();
  const channelName = useChannelName();
  const { body, setBody, suggestionId, take } = useSuggested(detail.draft);
  const [options, setOptions] = useState<Record<string, string>>({ ...detail.draft?.options });
  // A mail is signed by the channel itself, with name and company.
  const [signs, setSigns] = useState(!composer.subject);
  const pictures = usePictures(detail.draft?.media ?? [], composer.media.max);
  const media = pictures.pictures.map(({ uploadId, alt }) => ({ uploadId, alt }));
  const draft = useDraft(detail.thread.id, { body, options, media, suggestionId });
  const template = chosenTemplate(composer.templates, options);
  const text = signs && !template ? signed(body, me) : body.trim();
  const area = useRef<HTMLTextAreaElement>(null);
  const tone = useTone(signs || composer.subject ? signed(body, me) : body.trimEnd(), target.id);
  const help = useToneHelp(tone, body);
  const look = useChecks({ threadId: detail.thread.id, mentionId: target.id, text, options });
  const { left, tooHeavy } = measure(text, composer.text);
  const [seen, setSeen] = useState(() => seenUntil(detail));
  const send = useSendReply(detail.thread.id, target.id, {
    onSent: () => {
      draft.forget();
      onClose();
    },
  });
  const hasWords = text !== '' || media.length > 0;
  const canShow = pictures.pictures.every((one) => pictureProblem(one, composer.media) === undefined);
  const isWhole = hasWords && isFilled(template, options) && left >= 0 && !tooHeavy;
  const canSend = isWhole && canShow && !pictures.isLoading && !send.isPending;
  const submit = () => canSend && send.mutate({ body: text, options, media, suggestionId, seenUntil: seen });
  const other = otherAnswer(send.error);
  const warned = warnedOf(send.error);
  const sendRead = () =>
    send.mutate({ body: text, options, media, suggestionId, seenUntil: seen, accepted: warned ?? [] });
  const sendAnyway = () => {
    const seenUntil = other?.at ?? seen;
    setSeen(seenUntil);
    send.mutate({ body: text, options, media, suggestionId, seenUntil });
  };
  const to = nameOf(target.author) ?? w.someone;
  return (
    <form
      aria-label={w.replyTo(to)}
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          submit();
        }
        if (event.key === 'Escape') onClose();
      }}
      {...takingPictures(composer.media.max > 0, pictures.add)}
    >
      {send.isError && !other && !warned && !(isBlocked(send.error) && look.checks.length > 0) && (
        <ErrorNote error={send.error} />
      )}
      {other && <AnsweredNote answer={other} onSend={sendAnyway} onKeep={onClose} />}
      <p className="text-ink-soft text-small">
        {w.replyAs(person.name, composer.account.handle ?? composer.account.name ?? detail.connection.name)}
      </p>
      <CrisisGuide onInsert={(line) => setBody(body.trim() === '' ? line : `${body.trimEnd()}\n\n${line}`)} />
      {composer.contentWarning && options.contentWarning !== undefined && (
        <TextField
          label={w.contentWarning}
          help={w.contentWarningHint}
          value={options.contentWarning}
          onChange={(contentWarning) => setOptions({ ...options, contentWarning })}
          maxLength={200}
        />
      )}
      {composer.templates && (
        <TemplateField
          templates={composer.templates}
          options={options}
          saidAt={target.saidAt}
          onChange={(next, said) => {
            setOptions(next);
            setBody(said);
          }}
        />
      )}
      {!template && (
        <TextArea
          label={w.replyTo(to)}
          isLabelHidden
          placeholder={w.placeholder(firstName(to))}
          letter
          rows={4}
          value={body}
          onChange={setBody}
          areaRef={area}
          underlines={help.underlines}
          autoFocus
        />
      )}
      {suggestionId && <AiMark kind="draft" />}
      <ToneHelp
        body={body}
        onChange={setBody}
        area={area}
        help={help}
        personalData={tone.personalData.filter(
          (datum) =>
            !look.checks.some(({ where }) => where && where.start < datum.end && datum.start < where.end),
        )}
        isPrivate={composer.subject || (options.visibility ?? target.visibility) === 'direct'}
      />
      <ChecksNote checks={look.checks} text={text}>
        {warned && (
          <Button size="small" className="mt-2" onPress={sendRead} isPending={send.isPending}>
            {w.sendRead}
          </Button>
        )}
      </ChecksNote>
      {warned && look.checks.length === 0 && send.error && (
        <>
          <ErrorNote error={send.error} />
          <Button size="small" className="self-start" onPress={sendRead} isPending={send.isPending}>
            {w.sendRead}
          </Button>
        </>
      )}
      <PictureField pictures={pictures} limits={composer.media} />
      {media.length > 0 && <PictureHint limits={composer.media} />}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" weight="primary" isDisabled={!canSend} isPending={send.isPending}>
          {look.waits.length > 0 ? w.sendForApproval : w.send}
        </Button>
        <span className="hidden desk:inline">
          <Kbd keys={w.sendHint} />
        </span>
        <SnippetMenu
          facts={{
            name: firstName(nameOf(target.author) ?? ''),
            company: company.name,
            me,
            channel: channelName(detail.thread.channel),
          }}
          teamId={detail.thread.teamId}
          onTake={(said) => setBody(body.trim() === '' ? said : `${body.trimEnd()}\n\n${said}`)}
        />
        <SuggestDraft
          threadId={detail.thread.id}
          mentionId={target.id}
          now={{ body, suggestionId }}
          onTake={take}
        />
        {composer.media.max > 0 && <AddPicture pictures={pictures} limits={composer.media} />}
        <Options composer={composer} options={options} onChange={setOptions} />
        {!composer.subject && !template && (
          <Switch isSelected={signs} onChange={setSigns}>
            {w.sign(me)}
          </Switch>
        )}
        <span
          className={`ml-auto text-small tabular-nums ${left < 0 || tooHeavy ? 'font-medium text-bad' : 'text-ink-soft'}`}
          aria-live="polite"
        >
          {left < 0
            ? w.over(-left)
            : tooHeavy
              ? w.bytesOver
              : left <= composer.text.max / 3
                ? w.left(left)
                : draft.isSaved
                  ? w.savedDraft
                  : ''}
        </span>
      </div>
      {composer.price && <p className="mt-2 text-ink-soft text-small">{say(composer.price)}</p>}
    </form>
  );
};

type OptionsProps = {
  readonly composer: ComposerProps['composer'];
  readonly options: Readonly<Record<string, string>>;
  readonly onChange: (options: Record<string, string>) => void;
};

const Options = ({ composer, options, onChange }: OptionsProps) => {
  const w = useWords(words);
  return (
    <>
      {composer.visibilities.length > 1 && (
        <Select
          label={w.visibility}
          isLabelHidden
          value={options.visibility ?? composer.visibilities[0] ?? null}
          onChange={(visibility) => onChange({ ...options, visibility })}
          choices={composer.visibilities.map((value) => ({ value, label: w.visibilities[value] ?? value }))}
        />
      )}
      {composer.contentWarning && (
        <Switch
          isSelected={options.contentWarning !== undefined}
          onChange={(on) => {
            const { contentWarning: _, ...rest } = options;
            onChange(on ? { ...rest, contentWarning: '' } : rest);
          }}
        >
          {w.contentWarning}
        </Switch>
      )}
    </>
  );
};

type NewReply = DraftText & { readonly seenUntil: string; readonly accepted?: readonly string[] };

/** Told beneath the words already, with where and why. */
const isBlocked = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'check-blocked';

/** The keys of what is to be read before it leaves, when that is why the server did not take it. */
const warnedOf = (error: unknown): readonly string[] | undefined =>
  error instanceof ApiProblem && error.code === 'check-warned'
    ? error.errors.map(({ path }) => path)
    : undefined;

/** A colleague's answer in between, when that is why the server did not take ours. */
const otherAnswer = (error: unknown): (OtherAnswer & { readonly at: string }) | undefined => {
  if (!(error instanceof ApiProblem) || error.code !== 'answered-meanwhile') return undefined;
  const said = (path: string) => error.errors.find((one) => one.path === path)?.message ?? '';
  return { title: error.message, body: said('answer.body'), at: said('answer.at') };
};

const useSendReply = (threadId: string, mentionId: string, after: { onSent: () => void }) => {
  const w = useWords(words);
  const { id } = useWorkspace();
  const refresh = useRefresh();
  const undo = useUndoReply(threadId);
  const place = { threadId, mentionId };
  return useMutation({
    mutationFn: (reply: NewReply) =>
      call<ReplyView>('POST', inWorkspace(id, 'threads', threadId, 'replies'), {
        ...reply,
        id: replyIds.idFor(place),
        mentionId,
      }),
    onError: (error) => {
      // It went with other words, and we had not heard: the thread shows it, and whoever sends these too means it.
      if (!(error instanceof ApiProblem) || error.code !== 'id-taken') return;
      replyIds.forget(place);
      void refresh(threadId);
    },
    onSuccess: (reply) => {
      replyIds.forget(place);
      after.onSent();
      const text = reply.state === 'waiting' ? w.sentForApproval : w.sentSoon;
      showToast({ text, action: { label: w.undo, run: () => void undo(reply) } });
      void refresh(threadId);
    },
  });
};
