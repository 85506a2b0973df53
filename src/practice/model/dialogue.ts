import type { Criterion, Ending, KeptTurn } from './attempt.ts';
import { gradeAnswer, type Mark, qualityOf, type TurnKind } from './grade.ts';
import { goodbyes, privately, privatelyFormal, reactionTo } from './reactions.ts';
import { type Bilingual, isPublicPlace, longestIn, type Scenario } from './scenario.ts';

/** What is to be answered now: the person's words, and where the answer goes. */
export type Prompt = {
  readonly kind: TurnKind;
  readonly said: Bilingual;
  readonly isPublic: boolean;
  readonly longest: number;
};

export type PlayedTurn = { readonly prompt: Prompt; readonly text: string; readonly marks: readonly Mark[] };

/** A practice conversation as it stands: what was said and judged so far, and what comes now or how it ended. */
export type Dialogue = {
  readonly turns: readonly PlayedTurn[];
  /** Null once it is over. */
  readonly next: Prompt | null;
  readonly ending: Ending | null;
  readonly goodbye: Bilingual | null;
};

const MOST_TURNS = 3;
/** Where a conversation goes on once it was taken out of public. */
const longestInPrivate = longestIn.direct;

/**
 * Plays a conversation from its texts alone, so that the same texts always come to the same: a good answer brings the story's next fact, a
 * partial one the question that it left open, one that does harm the anger it deserves. Two good answers reconcile; where it began in public,
 * the outcome is then told there.
 */
export const playDialogue = (
  scenario: Scenario,
  texts: readonly string[],
  { language, name }: { readonly language: 'it' | 'en'; readonly name: string },
): Dialogue => {
  const turns: PlayedTurn[] = [];
  let mood = 0;
  let hasTwisted = false;
  let next: Prompt | null = firstPrompt(scenario);
  const done = new Set<Criterion>();
  for (const text of texts) {
    if (!next) break;
    const prompt: Prompt = next;
    const marks = gradeTurn(scenario, prompt, text, language, name, [...done]);
    turns.push({ prompt, text, marks });
    for (const { criterion, verdict } of marks) if (verdict === 'met') done.add(criterion);
    const missed = missedOf(marks);
    const quality = qualityOf(missed);
    mood += quality === 'good' ? 1 : quality === 'harmful' ? -1 : 0;
    const isOver =
      turns.length >= MOST_TURNS ||
      prompt.kind === 'outcome' ||
      (mood >= 2 && !isPublicPlace(scenario.place));
    if (isOver) next = null;
    else if (mood >= 2) next = outcomePrompt(scenario);
    else {
      const isTwist: boolean = quality === 'good' && !hasTwisted;
      hasTwisted ||= isTwist;
      const said = isTwist ? scenario.twist : (reactionTo(missed, scenario.register) ?? scenario.twist);
      next = followPrompt(scenario, said);
    }
  }
  const ending = next ? null : endingOf(turns, mood);
  return { turns, next, ending, goodbye: ending ? goodbyes[ending] : null };
};

/** What a turn is kept as. */
export const keptTurn = ({ text, marks }: PlayedTurn): KeptTurn => ({ text, missed: missedOf(marks) });

const missedOf = (marks: readonly Mark[]): readonly Criterion[] =>
  marks.filter(({ verdict }) => verdict === 'missed').map(({ criterion }) => criterion);

const firstPrompt = ({ said, place }: Scenario): Prompt => ({
  kind: 'answer',
  said,
  isPublic: isPublicPlace(place),
  longest: longestIn[place],
});

/** With details to be told, what follows is in private; otherwise where it began. */
const followPrompt = ({ place, needsPrivate }: Scenario, said: Bilingual): Prompt => {
  const isPublic = isPublicPlace(place) && !needsPrivate;
  return {
    kind: 'follow',
    said,
    isPublic,
    longest: isPublic || !isPublicPlace(place) ? longestIn[place] : longestInPrivate,
  };
};

const outcomePrompt = ({ place, register }: Scenario): Prompt => ({
  kind: 'outcome',
  said: register === 'tu' ? privately : privatelyFormal,
  isPublic: true,
  longest: longestIn[place],
});

const gradeTurn = (
  { register, needsPrivate }: Scenario,
  { kind, said, isPublic, longest }: Prompt,
  text: string,
  language: 'it' | 'en',
  name: string,
  done: readonly Criterion[],
): readonly Mark[] =>
  gradeAnswer({
    text,
    language,
    kind,
    said: said[language],
    register,
    isPublic,
    needsPrivate,
    longest,
    name,
    done,
  });

const endingOf = (turns: readonly PlayedTurn[], mood: number): Ending => {
  const last = turns.at(-1);
  if (last && qualityOf(missedOf(last.marks)) === 'harmful') return 'worse';
  if (mood >= 2) return 'reconciled';
  return mood === 1 ? 'calmer' : mood === 0 ? 'unmoved' : 'worse';
};
