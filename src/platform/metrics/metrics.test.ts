import { expect, it } from 'vitest';
import { createMetrics } from './metrics.ts';

it('shows what the road counted, in the Prometheus text format', async () => {
  const metrics = createMetrics();
  metrics.mentionsIngested.inc({ channel: 'bluesky' }, 3);
  metrics.channelPolls.inc({ channel: 'feeds', outcome: 'ok' });
  metrics.httpRequestSeconds.observe({ method: 'GET', route: '/api/inbox', status: '200' }, 0.02);
  metrics.outboxLagSeconds.set(1.5);
  metrics.liveConnections.inc();
  const { body, contentType } = await metrics.render();
  expect(contentType).toContain('text/plain');
  for (const line of [
    'passaparola_mentions_ingested_total{channel="bluesky"} 3',
    'passaparola_channel_polls_total{channel="feeds",outcome="ok"} 1',
    'passaparola_http_request_seconds_count{method="GET",route="/api/inbox",status="200"} 1',
    'passaparola_outbox_lag_seconds 1.5',
    'passaparola_live_connections 1',
  ])
    expect(body).toContain(line);
  expect(body).toMatch(/^passaparola_process_resident_memory_bytes \d+/m);
});

it('of two servers in one process do not mix', async () => {
  const [one, other] = [createMetrics(), createMetrics()];
  one.mentionsIngested.inc({ channel: 'feeds' });
  expect((await other.render()).body).not.toContain('mentions_ingested_total{');
});
