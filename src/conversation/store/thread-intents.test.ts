import { expect, it } from 'vitest';
import { intents } from '../../language/index.ts';
import { threadIntents } from './thread-intents.ts';

it('lets threads be listed by everything that a text can mean', () => {
  expect(threadIntents).toEqual(intents);
});
