import { once } from 'node:events';
import { Command } from 'commander';
import { type DraftInput, readTone, strictnesses } from '../language/index.ts';
import { createComplaintReader } from './complaint-reader.ts';
import { linesIn } from './lines-in.ts';
import { CommandRefusal } from './run-command.ts';
import { parseDraftLine } from './tone-line.ts';

export const toneCommand = new Command('tone')
  .description(
    'Legge il tono delle nostre bozze: una riga JSON {id, text, channel?, in_reply_to?, complaint?, kind?, lang?, register?} per bozza in entrata, una {id, findings} per bozza in uscita',
  )
  .option('--strictness <quanto>', `quanto farsi dire: ${strictnesses.join(', ')}; senza, normal`)
  .action(async (options: { strictness?: string }) => {
    const asked = options.strictness ?? 'normal';
    const strictness = strictnesses.find((one) => one === asked);
    if (strictness === undefined)
      throw new CommandRefusal(`--strictness può essere ${strictnesses.join(', ')}: «${asked}» no.`);
    const isComplaint = createComplaintReader();
    let number = 0;
    for await (const line of linesIn(process.stdin)) {
      number++;
      if (line.trim() === '') continue;
      const draft = parseDraftLine(line);
      if (draft.ok)
        await say({
          id: draft.value.id,
          findings: readTone(knowing(draft.value.draft, isComplaint), strictness),
        });
      else complain(number, draft.error);
    }
  });

/** Where the line does not tell whether it answers a complaint, what it answers does. */
const knowing = (draft: DraftInput, isComplaint: (text: string) => boolean): DraftInput =>
  draft.complaint === undefined && draft.kind !== 'post' && draft.inReplyTo !== undefined
    ? { ...draft, complaint: isComplaint(draft.inReplyTo) }
    : draft;

const say = async (answer: unknown): Promise<void> => {
  if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) await once(process.stdout, 'drain');
};

/** A line that cannot be read is told and passed over: the others are still answered, and the exit code says it. */
const complain = (number: number, wrong: string): void => {
  console.error(`Riga ${number}: ${wrong}`);
  process.exitCode = 1;
};
