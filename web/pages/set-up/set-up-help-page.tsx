import { useWords } from '../../app/language.tsx';
import { OutsideFrame } from '../../components/outside-frame/outside-frame.tsx';
import { words } from './words.ts';

/** For who opens the address before the first set-up without the link. */
export const SetUpHelpPage = () => {
  const w = useWords(words);
  return (
    <OutsideFrame title={w.helpTitle} lead={w.helpLead}>
      <div className="flex flex-col gap-3 text-read">
        <p>{w.helpText}</p>
        <p className="text-ink-soft">{w.helpLost}</p>
      </div>
    </OutsideFrame>
  );
};
