import { Upload, X } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useWords } from '../../../app/language.tsx';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { IconButton } from '../../../components/button/icon-button.tsx';
import { words } from './words.ts';

/** The server takes no more at once. */
const MOST_BYTES = 20_000_000;

type ChooseFileProps = {
  readonly file: File | null;
  readonly onChoose: (file: File | null) => void;
  /** How much of it has gone, 0 to 1; null while it stays here. */
  readonly progress: number | null;
};

/** A file of a list, or a network's archive: nothing leaves the window until it is tried. */
export const ChooseFile = ({ file, onChoose, progress }: ChooseFileProps) => {
  const w = useWords(words);
  const times = useTimes();
  const [isTooBig, setTooBig] = useState(false);
  const choose = (chosen: File | undefined) => {
    if (!chosen) return;
    setTooBig(chosen.size > MOST_BYTES);
    if (chosen.size <= MOST_BYTES) onChoose(chosen);
  };
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
      <FileTrigger
        acceptedFileTypes={['.csv', '.tsv', '.txt', '.graphml', '.xml', '.json', '.js', '.zip']}
        onSelect={(files) => choose(files?.[0])}
      >
        <Button size="small">
          <Upload aria-hidden size={16} />
          {w.file}
        </Button>
      </FileTrigger>
      <p aria-live="polite" className="text-ink-soft text-small">
        {isTooBig ? w.fileTooBig : file ? w.fileChosen(file.name) : w.fileHelp}
      </p>
      {file && (
        <IconButton label={w.fileAway} icon={<X aria-hidden size={16} />} onPress={() => onChoose(null)} />
      )}
      {progress !== null && progress < 1 && (
        <progress
          aria-label={w.sending(times.number(Math.round(100 * progress)))}
          value={progress}
          className="h-1.5 w-full max-w-read accent-accent"
        />
      )}
    </div>
  );
};
