import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Notice } from '../../../src/listening/actions/notice.ts';
import { call } from '../../app/api.ts';
import { keys } from '../../app/keys.ts';
import { useInBoth, useLanguage, useWords } from '../../app/language.tsx';
import { Waiting } from '../../app/shell/waiting.tsx';
import { Button } from '../../components/button/button.tsx';
import { OutsideFrame } from '../../components/outside-frame/outside-frame.tsx';
import { RequestForm } from './request-form.tsx';
import { words } from './words.ts';

/** What a company collects, told to those whom it hears: open to everybody, and to be printed. */
export const NoticePage = () => {
  const w = useWords(words);
  const { slug = '' } = useParams({ strict: false }) as { slug?: string };
  const notice = useQuery({
    queryKey: keys.notice(slug),
    queryFn: ({ signal }) =>
      call<Notice>('GET', `/api/notices/${encodeURIComponent(slug)}`, undefined, signal),
    retry: false,
  });
  if (notice.isPending) return <Waiting />;
  if (!notice.data)
    return (
      <OutsideFrame title={w.waiting}>
        <p>{w.notThere}</p>
      </OutsideFrame>
    );
  return <Told notice={notice.data} slug={slug} />;
};

const Told = ({ notice, slug }: { readonly notice: Notice; readonly slug: string }) => {
  const w = useWords(words);
  const { company, contact } = notice;
  return (
    <OutsideFrame title={w.title(company)} lead={w.lead(company)}>
      <Part title={w.who}>
        <p>{w.whoText(company)}</p>
        {contact && <p>{w.writeTo(contact)}</p>}
      </Part>
      <Part title={w.what}>
        <p>{w.whatText}</p>
      </Part>
      <Where notice={notice} />
      <Why notice={notice} />
      <HowLong notice={notice} />
      <Part title={w.rights}>
        <p>{w.rightsText}</p>
      </Part>
      <div className="print:hidden">
        <Part title={w.ask}>
          <RequestForm slug={slug} />
        </Part>
        <Button onPress={() => window.print()}>{w.print}</Button>
      </div>
    </OutsideFrame>
  );
};

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="mb-8 flex flex-col gap-2 text-read">
    <h2 className="font-semibold text-lead">{title}</h2>
    {children}
  </section>
);

const Where = ({ notice: { channels } }: { readonly notice: Notice }) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  const { locale } = useLanguage();
  const kept = (hours: number | null) =>
    hours === null
      ? w.keptLike
      : hours === 0
        ? w.keptNot
        : w.keptHours(new Intl.NumberFormat(locale).format(hours));
  return (
    <Part title={w.where}>
      {channels.length === 0 && <p>{w.whereNone}</p>}
      <ul className="list-disc pl-5">
        {channels.map(({ name, maxHours }) => (
          <li key={name.it}>
            {inBoth(name)}: {kept(maxHours)}
          </li>
        ))}
      </ul>
    </Part>
  );
};

const Why = ({ notice: { reasons } }: { readonly notice: Notice }) => {
  const w = useWords(words);
  const { locale } = useLanguage();
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  return (
    <Part title={w.why}>
      <p>{reasons.length === 0 ? w.whyNone : w.whyText}</p>
      <ul className="flex list-disc flex-col gap-2 pl-5">
        {reasons.map(({ why, balancing, at }) => (
          <li key={why}>
            {why} <span className="text-ink-soft">({day.format(new Date(at))})</span>
            {balancing && <span className="block text-ink-soft">{balancing}</span>}
          </li>
        ))}
      </ul>
    </Part>
  );
};

const HowLong = ({ notice }: { readonly notice: Notice }) => {
  const w = useWords(words);
  const { locale } = useLanguage();
  const number = new Intl.NumberFormat(locale);
  const months = (value: number | null) => (value === null ? null : number.format(value));
  return (
    <Part title={w.howLong}>
      <ul className="list-disc pl-5">
        <li>{w.raw(number.format(notice.rawDays))}</li>
        <li>{w.overheard(months(notice.overheardMonths))}</li>
        <li>{w.addressed(months(notice.addressedMonths))}</li>
        <li>{w.takenBack}</li>
      </ul>
    </Part>
  );
};
