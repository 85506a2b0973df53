import { expect, it } from 'vitest';
import { allows, roles } from '../../../../src/people/model/policy.ts';
import { words } from './role-words.ts';

const promisesAnswers = {
  it: /(?<!invia )rispond|le stesse cose di chi scrive/i,
  en: /answers(?! under)|answers under|the same as those who write/i,
};

it.each(roles)('the words of %s promise to send answers exactly when the role may', (role) => {
  const maySend = allows([role], 'replies.send');
  const italian = words.it[role].text.replace('non invia risposte', '').replace('Non invia risposte', '');
  const english = words.en[role].text.replace(/sends no answers/i, '');
  expect([promisesAnswers.it.test(italian), promisesAnswers.en.test(english)]).toEqual([maySend, maySend]);
});
