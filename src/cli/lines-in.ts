/**
 * The lines of a stream of bytes, as they come, without the carriage return of Windows. Split at U+000A alone:
 * node:readline also splits at U+2028, which people's words may hold. What is not UTF-8 is read as U+FFFD.
 */
export async function* linesIn(bytes: AsyncIterable<unknown>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest: string[] = [];
  for await (const chunk of bytes) {
    const [first = '', ...others] = decoder.decode(chunk as Uint8Array, { stream: true }).split('\n');
    rest.push(first);
    for (const line of others) {
      yield rest.join('').replace(/\r$/, '');
      rest = [line];
    }
  }
  rest.push(decoder.decode());
  const last = rest.join('');
  if (last !== '') yield last;
}
