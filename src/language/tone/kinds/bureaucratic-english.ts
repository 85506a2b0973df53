import type { Phrase } from '../phrases.ts';

const when = {
  it: '«Al più presto» non è un momento: un giorno o un’ora tranquillizza di più.',
  en: '“As soon as possible” is no time: a day or an hour reassures more.',
};

/** Office English, and how a person would put it. */
export const bureaucraticEnglish: readonly Phrase[] = [
  { find: 'pursuant to|in accordance with|in compliance with|as per' },
  {
    find: '(?:your|the) (?:comments?|feedback|concerns?|remarks) (?:has|have) been (?:duly )?(?:noted|taken on board|passed on|forwarded)(?: to [a-z ]{3,20})?|we have taken note of|rest assured|for your information|kindly (?:refer|contact|be advised)|we regret any|in this regard|in light of|going forward|at this (?:time|moment in time)',
    say: 'I have read …',
  },

  { find: '(?:please be advised|kindly note|please note|please be reminded)(?: that)?', say: '' },
  {
    find: '(?:we apologi[sz]e|apologies|we are sorry|sorry) for (?:any|the) inconvenience(?: caused| this may (?:have )?caused?)?',
    say: 'I’m sorry about …',
  },
  {
    find: "(?:please )?do not hesitate to contact us|(?:please )?feel free to (?:contact|reach out to) us|please don't hesitate to contact us",
    say: 'write to me',
  },
  {
    find: 'should you (?:require|need|have|wish)(?: any)?(?: further)?(?: assistance| information| questions| queries)?',
    say: 'if you need anything',
  },
  {
    find: 'with reference to|in reference to|with regards? to|in regard to|further to',
    say: 'about',
  },
  { find: '(?:the )?(?:aforementioned|above-mentioned|abovementioned|undersigned|aforesaid)', say: 'this' },
  { find: 'the relevant (?:department|team|office)|the appropriate (?:department|team)', say: '… (who?)' },
  {
    find: 'due to (?:unforeseen|operational|technical) (?:circumstances|reasons|issues)|due to circumstances beyond our control',
    say: 'because …',
  },
  {
    find: 'duly (?:completed|signed|noted|filled)|subject to (?:prior )?(?:approval|availability)|at all times|in due course|prior to|at your earliest convenience|in a timely manner|hereby|herewith|henceforth|enclosed please find|please find attached',
  },
  {
    find: 'as soon as possible|at the earliest opportunity|shortly be in touch',
    say: 'by …',
    why: when,
    picky: true,
  },
  {
    find: 'your (?:complaint|request|query|ticket|feedback) (?:has been|is being|will be) (?:logged|registered|processed|escalated|forwarded|noted)',
    say: 'I have read …',
  },
  { find: '(?:yours faithfully|in order to)', picky: true },
];
