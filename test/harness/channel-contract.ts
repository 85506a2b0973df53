import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Channel, ContentLimits, Draft, Words } from '../../src/channels/contract.ts';
import { capabilities } from '../../src/channels/contract.ts';
import type { ChannelEvent, RawItem } from '../../src/channels/events.ts';
import { countGraphemes, countUtf8Bytes, countUtf16 } from '../../src/platform/text/index.ts';

export type ContractSamples = {
  /** Real documents of the channel (files): whatever `readRaw` takes. At least one. */
  readonly documents: readonly (Uint8Array | string)[];
  readonly context?: Readonly<Record<string, string>>;
  /** Values as the form gives them, that are right. */
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  readonly secrets?: Readonly<Record<string, string | number | boolean>>;
  /** For channels that can answer: what an account of theirs allows, and a draft that fits. */
  readonly writing?: { readonly limits: ContentLimits; readonly draft: Draft };
};

/** Property tests on a busy machine: a limit against hanging, no measure of speed. */
const PATIENCE_MS = 60_000;

/** The promises that every channel keeps, whatever it talks to. Called once in each channel's own test file. */
export const describeChannelContract = (channel: Channel, samples: ContractSamples): void => {
  const context = samples.context ?? {};
  const real = samples.documents.flatMap((document) => channel.readRaw(bytesOf(document), context));

  describe(`${channel.manifest.id} keeps the contract of channels`, () => {
    describeManifest(channel, samples);
    describeReading(channel, real, samples);
    if (samples.writing) describeWriting(channel, samples.writing);
    else
      it('says so when it cannot answer', () => {
        expect(channel.compose).toBeUndefined();
        expect(channel.send).toBeUndefined();
        expect(channel.manifest.capabilities.reply).toMatchObject({ how: 'absent' });
      });
  });
};

const describeManifest = (channel: Channel, samples: ContractSamples): void => {
  const { manifest } = channel;

  it('tells all about itself in Italian and in English', () => {
    expect(manifest.id).toMatch(/^[a-z][a-z-]*$/);
    expect(manifest.icon).toMatch(/^[a-z][a-z0-9-]*$/);
    expect(Object.keys(manifest.capabilities).sort()).toEqual([...capabilities].sort());
    for (const words of wordsOf(channel)) {
      expect(words.it.trim(), JSON.stringify(words)).not.toBe('');
      expect(words.en.trim(), JSON.stringify(words)).not.toBe('');
    }
  });

  it('says where its terms can be read and when they were', () => {
    expect(URL.canParse(manifest.dataTerms.source)).toBe(true);
    expect(manifest.dataTerms.checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(manifest.pollEveryMs).toBeGreaterThanOrEqual(1_000);
  });

  it('asks in its form for what its schemas need', () => {
    const names = manifest.fields.map((field) => field.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of Object.keys(samples.settings)) expect(names).toContain(name);
    expect(channel.settingsSchema.safeParse(samples.settings)).toMatchObject({ success: true });
    if (manifest.auth !== 'oauth2') {
      expect(channel.secretsSchema.safeParse(samples.secrets ?? {})).toMatchObject({ success: true });
    }
  });

  it('does not let a required field be left out, nor ask for what may be', () => {
    for (const field of manifest.fields) {
      const given = field.secret ? (samples.secrets ?? {}) : samples.settings;
      const { [field.name]: _, ...without } = given;
      const schema = field.secret ? channel.secretsSchema : channel.settingsSchema;
      const mayBeMissing = !field.required || field.defaultValue !== undefined;
      expect({ field: field.name, accepted: schema.safeParse(without).success }).toEqual({
        field: field.name,
        accepted: mayBeMissing,
      });
    }
  });
};

const describeReading = (channel: Channel, real: readonly RawItem[], samples: ContractSamples): void => {
  it('understands what really comes', () => {
    expect(real.length).toBeGreaterThan(0);
    const events = real.flatMap((raw) => channel.normalise(raw));
    expect(events.some((event) => event.kind !== 'unrecognised')).toBe(true);
    for (const raw of real) expectStorable(raw);
    for (const event of events) expectSound(event);
  });

  it('reads the same thing the same way each time', () => {
    for (const document of samples.documents) {
      const bytes = bytesOf(document);
      expect(channel.readRaw(bytes, samples.context ?? {})).toEqual(
        channel.readRaw(bytes, samples.context ?? {}),
      );
    }
    for (const raw of real) {
      const frozen = deepFreeze(structuredClone(raw));
      expect(channel.normalise(frozen)).toEqual(channel.normalise(structuredClone(raw)));
    }
  });

  it('tells items apart by id and revision', () => {
    const keys = real.map((raw) => `${raw.nativeId}\n${raw.revision}`);
    expect(new Set(keys).size).toBe(new Set(real.map((raw) => `${raw.nativeId}\n${raw.body}`)).size);
  });

  it(
    'takes any bytes at all for what they are',
    () => {
      fc.assert(
        fc.property(arbitraryBytes(samples.documents), (bytes) => {
          for (const raw of channel.readRaw(bytes, samples.context ?? {})) {
            expectStorable(raw);
            for (const event of channel.normalise(raw)) expectSound(event);
          }
        }),
        { numRuns: 150 },
      );
    },
    PATIENCE_MS,
  );

  it(
    'takes any raw item for what it is',
    () => {
      fc.assert(
        fc.property(arbitraryRaw(real), (raw) => {
          const events = channel.normalise(raw);
          for (const event of events) expectSound(event);
          expect(channel.normalise(raw)).toEqual(events);
        }),
        { numRuns: 300 },
      );
    },
    PATIENCE_MS,
  );

  it('calls what it does not know unrecognised', () => {
    const [first] = real;
    const foreign: RawItem = {
      nativeId: 'x',
      revision: '1',
      contentType: first?.contentType ?? 'application/json',
      encoding: 'utf8',
      body: '{"what is this":[1,2,3]}',
      context: {},
    };
    expect(channel.normalise(foreign).map((event) => event.kind)).toEqual(['unrecognised']);
    expect(
      channel.normalise({ ...foreign, body: '', encoding: 'base64' }).map((event) => event.kind),
    ).toEqual(['unrecognised']);
  });
};

const describeWriting = (
  channel: Channel,
  { limits, draft }: NonNullable<ContractSamples['writing']>,
): void => {
  const compose = (changes: Partial<Draft>, narrowed: ContentLimits = limits) =>
    channel.compose?.({ ...draft, ...changes }, narrowed);
  const narrow = (text: ContentLimits['text']): ContentLimits => ({ ...limits, text });

  it('composes what fits, the same way each time', () => {
    const composed = compose({});
    expect(composed).toMatchObject({ ok: true });
    expect(compose({})).toEqual(composed);
    expect(JSON.parse(JSON.stringify(composed))).toEqual(composed);
  });

  it('does not compose nothing', () => {
    for (const text of ['', ' \n\t ', '\u200b']) {
      const composed = compose({ text, media: [] });
      expect({ text, kinds: kindsOf(composed) }).toEqual({ text, kinds: expect.arrayContaining(['empty']) });
    }
  });

  it('takes a text of exactly the limit, and not one more, counted as the channel counts', () => {
    const { text } = limits;
    const max = Math.min(text.max, 5_000);
    const { maxBytes: _, ...unit } = text;
    const measured = narrow({ ...unit, max });
    const full = 'a'.repeat(max);
    expect(kindsOf(compose({ text: full }, measured))).not.toContain('too-long');
    expect(kindsOf(compose({ text: `${full}a` }, measured))).toContain('too-long');
  });

  it('counts a family emoji and an accent as the channel does', () => {
    const { unit, maxBytes: _bytes, ...rest } = { ...limits.text };
    const text = 'è 👩‍👩‍👧‍👦 e\u0301';
    const count = unit === 'grapheme' ? countGraphemes : unit === 'byte' ? countUtf8Bytes : countUtf16;
    const length = count(text);
    expect(kindsOf(compose({ text }, narrow({ ...rest, unit, max: length })))).not.toContain('too-long');
    expect(kindsOf(compose({ text }, narrow({ ...rest, unit, max: length - 1 })))).toContain('too-long');
  });

  it('minds the second limit in bytes where there is one', () => {
    if (limits.text.maxBytes === undefined) {
      expect(limits.text.maxBytes).toBeUndefined();
      return;
    }
    const text = '👩‍👩‍👧‍👦'.repeat(10);
    const bytes = countUtf8Bytes(text);
    const measured = (maxBytes: number) => narrow({ ...limits.text, max: 1_000, maxBytes });
    expect(kindsOf(compose({ text }, measured(bytes)))).not.toContain('too-long');
    expect(kindsOf(compose({ text }, measured(bytes - 1)))).toContain('too-long');
  });

  it('minds the limits of pictures', () => {
    const image = {
      id: '1',
      mimeType: limits.media.mimeTypes[0] ?? 'image/png',
      byteLength: 10,
      alt: 'Una botte',
    };
    const tooMany = Array.from({ length: limits.media.max + 1 }, (_, index) => ({
      ...image,
      id: String(index),
    }));
    expect(kindsOf(compose({ media: tooMany }))).toContain('too-many-media');
    if (limits.media.max === 0) return;
    expect(kindsOf(compose({ media: [{ ...image, byteLength: limits.media.maxBytes + 1 }] }))).toContain(
      'media-too-large',
    );
    expect(kindsOf(compose({ media: [{ ...image, alt: '' }] })).includes('alt-missing')).toBe(
      limits.media.altRequired,
    );
  });

  it(
    'composes or refuses any text, and never breaks',
    () => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
          const composed = compose({ text });
          expect(compose({ text })).toEqual(composed);
          if (composed?.ok) expect(kindsOf(composed)).toEqual([]);
          else expect(kindsOf(composed).length).toBeGreaterThan(0);
        }),
        { numRuns: 200 },
      );
    },
    PATIENCE_MS,
  );
};

const kindsOf = (composed: ReturnType<NonNullable<Channel['compose']>> | undefined): readonly string[] =>
  composed && !composed.ok ? composed.error.map((violation) => violation.kind) : [];

const bytesOf = (document: Uint8Array | string): Uint8Array =>
  typeof document === 'string' ? new TextEncoder().encode(document) : document;

const wordsOf = ({ manifest }: Channel): readonly Words[] => [
  manifest.name,
  manifest.summary,
  ...manifest.fields.flatMap((field) => [
    field.label,
    ...(field.help ? [field.help] : []),
    ...(field.choices ?? []).map((choice) => choice.label),
  ]),
  ...Object.values(manifest.capabilities).flatMap((support) => (support.why ? [support.why] : [])),
];

const eventKinds: readonly ChannelEvent['kind'][] = [
  'item',
  'removed',
  'reaction',
  'undelivered',
  'receipt',
  'erasure-asked',
  'unrecognised',
];

/** Clean, complete, and the same after a journey through JSON. */
const expectSound = (event: ChannelEvent): void => {
  expect(JSON.parse(JSON.stringify(event))).toEqual(event);
  expect(eventKinds).toContain(event.kind);
  for (const text of stringsOf(event)) expectClean(text);
  if (event.kind !== 'item') return;
  const { item } = event;
  expect(item.nativeId).not.toBe('');
  expect(item.author.nativeId).not.toBe('');
  for (const date of [item.saidAt, item.editedAt]) {
    if (date !== undefined) expect(Number.isNaN(Date.parse(date)), date).toBe(false);
  }
  for (const url of [
    item.url,
    item.author.url,
    item.author.avatarUrl,
    ...item.links.map((link) => link.url),
  ]) {
    if (url !== undefined) expect(url).toMatch(/^(https?|at|mailto|acct):/);
  }
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unclean = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]/;

const expectClean = (text: string): void => {
  if (unclean.test(text) || !text.isWellFormed())
    expect.fail(`not clean: ${JSON.stringify(text.slice(0, 200))}`);
};

/** PostgreSQL keeps neither NUL nor half surrogates, and indexes no endless key. */
const expectStorable = (raw: RawItem): void => {
  for (const text of stringsOf(raw)) {
    if (text.includes('\0') || !text.isWellFormed())
      expect.fail(`not storable: ${JSON.stringify(text.slice(0, 200))}`);
  }
  expect(raw.nativeId).not.toBe('');
  expect(raw.nativeId.length).toBeLessThanOrEqual(1_000);
  expect(raw.revision).not.toBe('');
  expect(raw.revision.length).toBeLessThanOrEqual(200);
};

const stringsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
};

const deepFreeze = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) deepFreeze(inner);
    Object.freeze(value);
  }
  return value;
};

/** Noise, and real documents cut, doubled and with bytes changed: what parsers really meet. */
const arbitraryBytes = (documents: readonly (Uint8Array | string)[]): fc.Arbitrary<Uint8Array> =>
  fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.json().map(bytesOf),
    fc
      .record({
        document: fc.constantFrom(...documents.map((document) => bytesOf(document).subarray(0, 20_000))),
        from: fc.double({ min: 0, max: 1, noNaN: true }),
        inserted: fc.uint8Array({ maxLength: 12 }),
        to: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ document, from, inserted, to }) =>
        Buffer.concat([
          document.subarray(0, Math.floor(document.length * from)),
          inserted,
          document.subarray(Math.floor(document.length * to)),
        ]),
      ),
  );

/** Any item, and real ones with a piece of their JSON changed for something else or their context lost. */
const arbitraryRaw = (real: readonly RawItem[]): fc.Arbitrary<RawItem> => {
  const types = [...new Set(real.map((raw) => raw.contentType)), 'text/plain', ''];
  const noise = fc.record({
    nativeId: fc.string({ minLength: 1, maxLength: 20 }),
    revision: fc.string({ minLength: 1, maxLength: 20 }),
    contentType: fc.constantFrom(...types),
    encoding: fc.constantFrom('utf8' as const, 'base64' as const),
    body: fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.constantFrom(...real.map((raw) => raw.body))),
    context: fc.constantFrom<Readonly<Record<string, string>>>(
      {},
      ...real.slice(0, 3).map((raw) => raw.context),
    ),
  });
  const changed = fc
    .record({
      raw: fc.constantFrom(...real),
      at: fc.nat(),
      value: fc.jsonValue({ maxDepth: 2 }),
    })
    .map(({ raw, at, value }) => ({ ...raw, body: mutate(raw.body, at, value) }));
  return fc.oneof(noise, changed).map((raw) => ({ ...raw, nativeId: cleanKey(raw.nativeId) }));
};

/** The id of a raw item was made by the channel: noise there would test the noise. */
const cleanKey = (text: string): string => text.replace(/[^\x20-\x7e]/g, '') || 'x';

const mutate = (body: string, at: number, value: unknown): string => {
  try {
    const paths: [object, string][] = [];
    const root: unknown = JSON.parse(body);
    const collect = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, inner] of Object.entries(node)) {
        paths.push([node, key]);
        collect(inner);
      }
    };
    collect(root);
    const target = paths[at % Math.max(1, paths.length)];
    if (target) (target[0] as Record<string, unknown>)[target[1]] = value;
    return JSON.stringify(root);
  } catch {
    const cut = at % Math.max(1, body.length);
    return `${body.slice(0, cut)}${JSON.stringify(value)}${body.slice(cut)}`;
  }
};
