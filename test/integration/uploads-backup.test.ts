import { randomBytes } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import { writeBackup } from '../../src/cli/backup.ts';
import { readBackup } from '../../src/cli/restore.ts';
import { createTestDatabase } from '../harness/test-database.ts';
import { folderFor } from './cli-kit.ts';

const folder = folderFor('uploads');

const onDatabase = async <Value>(address: pg.ClientConfig, work: (client: pg.Client) => Promise<Value>) => {
  const client = new pg.Client({ ...address, options: '-c timezone=UTC' });
  await client.connect();
  try {
    await client.query("select set_config('passaparola.workspace', '*', false)");
    return await work(client);
  } finally {
    await client.end();
  }
};

const insert = `insert into uploads
  (workspace_id, id, person_id, mime_type, byte_length, width, height, name, alt, bytes)
  values ('00000000-0000-7000-8000-000000000001', gen_random_uuid(), gen_random_uuid(), 'image/png', $1, 1, 1, 'a.png', 'La vigna', $2)`;

const readBytes = 'select bytes from uploads order by byte_length';

it('brings every picture back byte for byte, however heavy they are together', {
  timeout: 60_000,
}, async () => {
  const pictures = [
    randomBytes(1),
    Buffer.from([0, 255, 92, 120]),
    ...[5, 4.5, 4].map((size) => randomBytes(size * 1e6)),
  ];
  const [one, other] = [await createTestDatabase(), await createTestDatabase()];
  const file = path.join(folder, 'copia.jsonl.gz');
  await onDatabase(one.address, async (client) => {
    for (const bytes of pictures) await client.query(insert, [bytes.length, bytes]);
    await writeBackup(client, file);
  });
  const back = await onDatabase(other.address, async (client) => {
    await readBackup(client, file, path.join(folder, 'key'));
    return (await client.query<{ bytes: Buffer }>(readBytes)).rows.map(({ bytes }) => bytes);
  });
  const sorted = pictures.toSorted((left, right) => left.length - right.length);
  expect(back.map(({ length }) => length)).toEqual(sorted.map(({ length }) => length));
  expect(back.every((bytes, index) => bytes.equals(sorted[index] ?? Buffer.alloc(0)))).toBe(true);
  await Promise.all([one.drop(), other.drop()]);
});
