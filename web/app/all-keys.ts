import { words as caseButton } from '../pages/care/case-button-words.ts';
import { words as cases } from '../pages/care/case-words.ts';
import { words as care } from '../pages/care/words.ts';
import { words as arranging } from '../pages/conversations/arranging/words.ts';
import { words as desk } from '../pages/conversations/desk/words.ts';
import { words as finding } from '../pages/conversations/finding/words.ts';
import { words as person } from '../pages/conversations/person/words.ts';
import { words as conversations } from '../pages/conversations/words.ts';
import { words as held } from '../pages/listening/held/words.ts';
import { words as shield } from '../pages/protection/thread-words.ts';
import { words as learning } from '../pages/settings/learning/words.ts';
import { words as today } from '../pages/today/words.ts';
import { rooms } from './shell/rooms.ts';
import { words as shell } from './shell/words.ts';

type Language = 'it' | 'en';
type KeyEntry = { readonly id: string; readonly label: string; readonly keys: string };

/**
 * Every key of the app, room by room, whichever room is open: the screens register theirs only while they are shown.
 * A test holds this table against what they register.
 */
export const allKeys = (
  language: Language,
): readonly { readonly title: string; readonly commands: readonly KeyEntry[] }[] => {
  const s = shell[language];
  const c = conversations[language];
  const d = desk[language];
  const h = held[language];
  const l = learning[language];
  const t = today[language];
  return [
    { title: s.go, commands: rooms.map(({ name, keys }) => ({ id: name, label: s[name], keys })) },
    {
      title: t.title,
      commands: [
        { id: 'next-person', label: t.keys.next, keys: 'j' },
        { id: 'previous-person', label: t.keys.previous, keys: 'k' },
        { id: 'done', label: t.keys.done, keys: 'e' },
        { id: 'later', label: t.keys.later, keys: 'l' },
        { id: 'never', label: t.keys.never, keys: 'x' },
      ],
    },
    {
      title: c.title,
      commands: [
        { id: 'next', label: c.keys.next, keys: 'j' },
        { id: 'previous', label: c.keys.previous, keys: 'k' },
        { id: 'choose', label: c.keys.choose, keys: 'v' },
        { id: 'search', label: c.search, keys: '/' },
        { id: 'reply', label: c.keys.reply, keys: 'r' },
        { id: 'note', label: c.keys.note, keys: 'n' },
        { id: 'close', label: c.keys.close, keys: 'e' },
        { id: 'assign', label: c.keys.assign, keys: 'a' },
        { id: 'take', label: c.keys.take, keys: 'm' },
        { id: 'snooze', label: d.keys.snooze, keys: 's' },
        { id: 'label', label: d.keys.label, keys: 'l' },
        { id: 'follow', label: d.keys.follow, keys: 'f' },
        { id: 'unread', label: c.keys.unread, keys: 'u' },
        { id: 'correct', label: c.keys.correct, keys: 'c' },
        { id: 'case', label: caseButton[language].open, keys: 'x' },
        { id: 'shield', label: shield[language].shield, keys: 'p' },
        { id: 'who', label: c.keys.who, keys: 'i' },
        { id: 'find', label: finding[language].find, keys: 'q' },
        { id: 'whole', label: person[language].whole, keys: 't' },
        { id: 'merge', label: arranging[language].keys.merge, keys: 'w' },
        { id: 'split', label: arranging[language].keys.split, keys: 'd' },
        { id: 'send', label: c.send, keys: c.sendHint },
      ],
    },
    {
      title: care[language].title,
      commands: [
        { id: 'next-step', label: cases[language].next, keys: 's' },
        { id: 'case-note', label: cases[language].note, keys: 'n' },
      ],
    },
    {
      title: h.title,
      commands: [
        { id: 'held-next', label: h.next, keys: 'j' },
        { id: 'held-previous', label: h.previous, keys: 'k' },
        { id: 'held-choose', label: h.choose, keys: 'x' },
        { id: 'held-approve', label: h.approve, keys: 'a' },
        { id: 'held-refuse', label: h.refuse, keys: 'r' },
        { id: 'held-spam', label: h.spam, keys: 's' },
        { id: 'held-back', label: h.putBack, keys: 'u' },
      ],
    },
    {
      title: l.title,
      commands: [
        { id: 'say-pos', label: l.keys.pos, keys: '1' },
        { id: 'say-neg', label: l.keys.neg, keys: '2' },
        { id: 'say-neu', label: l.keys.neu, keys: '3' },
        { id: 'say-mixed', label: l.keys.mixed, keys: '4' },
        { id: 'skip', label: l.keys.skip, keys: 's' },
      ],
    },
  ];
};
