import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importedChannel } from '../channel.ts';
import { readArchive } from './read-archive.ts';
import { zipOf } from './zip-of.fixture.ts';

describe('an archive', () => {
  it('gives back what was put into it, packed or not', () => {
    const archive = readArchive(
      zipOf([
        { path: 'a/b.txt', text: 'ciao '.repeat(50) },
        { path: 'c.txt', text: 'x', isStored: true },
      ]),
    );
    expect(archive?.entries.map((entry) => [entry.path, archive.open(entry)?.toString()])).toEqual([
      ['a/b.txt', 'ciao '.repeat(50)],
      ['c.txt', 'x'],
    ]);
  });

  it('that lies about its size, or is packed too steeply, is not opened', () => {
    const bomb = deflateRawSync(Buffer.alloc(50_000_000));
    const steep = readArchive(zipOf([{ path: 'reviews.json', packed: bomb, size: 50_000_000 }]));
    expect(steep?.entries.map((entry) => steep.open(entry))).toEqual([undefined]);
    const lying = readArchive(zipOf([{ path: 'reviews.json', packed: bomb, size: 1_000_000 }]));
    expect(lying?.entries.map((entry) => lying.open(entry))).toEqual([undefined]);
  });

  it('of a network is read as such, whatever else it holds', () => {
    const zip = zipOf([
      {
        path: 'data/account.js',
        text: 'window.YTD.account.part0 = [{"account":{"accountId":"7","username":"rossi","accountDisplayName":"Cantina"}}]',
      },
      {
        path: 'data/tweets.js',
        text: 'window.YTD.tweets.part0 = [{"tweet":{"id_str":"1","full_text":"Ciao","created_at":"Wed Oct 10 20:19:24 +0000 2018"}}]',
      },
      { path: '../../etc/passwd', text: 'no' },
    ]);
    const events = importedChannel.readRaw(zip, {}).flatMap((raw) => importedChannel.normalise(raw));
    expect(events).toMatchObject([
      {
        kind: 'item',
        item: {
          text: 'Ciao',
          author: { name: 'Cantina', handle: 'rossi' },
          url: 'https://x.com/rossi/status/1',
        },
      },
    ]);
  });

  it('never throws, whatever its bytes', () => {
    const zip = zipOf([{ path: 'Takeout/reviews.json', text: '{"reviews":[]}' }]);
    fc.assert(
      fc.property(
        fc.nat(zip.length - 1),
        fc.uint8Array({ maxLength: 20 }),
        fc.nat(zip.length),
        (at, noise, to) => {
          const bytes = Buffer.concat([zip.subarray(0, at), noise, zip.subarray(to)]);
          const archive = readArchive(bytes);
          for (const entry of archive?.entries ?? []) archive?.open(entry);
          expect(Array.isArray(importedChannel.readRaw(bytes, {}))).toBe(true);
        },
      ),
    );
  });
});
