import { useState } from 'react';
import { useWords } from '../../app/language.tsx';
import { Button } from '../../components/button/button.tsx';
import { Section } from '../../components/page/page.tsx';
import { Select } from '../../components/select/select.tsx';
import { words } from './words.ts';

/** The notice, ready to be completed and copied: nothing is sent from here. */
export const NoticePart = ({ notice }: { readonly notice: { readonly it: string; readonly en: string } }) => {
  const w = useWords(words);
  const [language, setLanguage] = useState<'it' | 'en'>('it');
  const [copied, setCopied] = useState<string | null>(null);
  const text = notice[language];
  return (
    <Section title={w.notice} lead={w.noticeLead}>
      <div className="mb-3 flex flex-wrap gap-3">
        <Select
          label={w.notice}
          isLabelHidden
          className="w-44"
          value={language}
          onChange={setLanguage}
          choices={(['it', 'en'] as const).map((value) => ({ value, label: w.noticeLanguage[value] }))}
        />
        <Button onPress={() => void navigator.clipboard?.writeText(text).then(() => setCopied(text))}>
          {copied === text ? w.copied : w.copy}
        </Button>
      </div>
      <pre
        lang={language}
        className="letter max-w-read whitespace-pre-wrap break-words rounded-md bg-sunk p-4"
      >
        {text}
      </pre>
    </Section>
  );
};
