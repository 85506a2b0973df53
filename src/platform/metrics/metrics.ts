import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const prefix = 'passaparola_';
const requestSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * What this process counts. Labels take few, known values (a channel's id, a route's pattern), never an id, an
 * address or a text: they are kept for ever and shown to whoever may read /metrics.
 */
export interface Metrics {
  readonly mentionsIngested: Counter<'channel'>;
  readonly failedItems: Counter<'channel'>;
  readonly outboxLagSeconds: Gauge;
  readonly channelPolls: Counter<'channel' | 'outcome'>;
  readonly inboundDeliveries: Counter<'channel' | 'outcome'>;
  readonly httpRequestSeconds: Histogram<'method' | 'route' | 'status'>;
  readonly liveConnections: Gauge;
  /** The Prometheus text format, and its media type. */
  render(): Promise<{ readonly contentType: string; readonly body: string }>;
}

/** A registry of its own for each call: two servers in one process (tests) do not count into each other. */
export const createMetrics = (): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix });
  return {
    mentionsIngested: new Counter({
      name: `${prefix}mentions_ingested_total`,
      help: 'Mentions stored for the first time.',
      labelNames: ['channel'],
      registers,
    }),
    failedItems: new Counter({
      name: `${prefix}failed_items_total`,
      help: 'Items that could not be taken in and were laid aside.',
      labelNames: ['channel'],
      registers,
    }),
    outboxLagSeconds: new Gauge({
      name: `${prefix}outbox_lag_seconds`,
      help: 'Age of the oldest event in the outbox that has not been handed on; 0 when there is none.',
      registers,
    }),
    channelPolls: new Counter({
      name: `${prefix}channel_polls_total`,
      help: 'Times that a channel was asked for news, by outcome (ok, empty, rate-limited, failed ...).',
      labelNames: ['channel', 'outcome'],
      registers,
    }),
    inboundDeliveries: new Counter({
      name: `${prefix}inbound_deliveries_total`,
      help: 'Requests to the doors of connections, by outcome (kept, answered, refused, rate-limited, unknown ...).',
      labelNames: ['channel', 'outcome'],
      registers,
    }),
    httpRequestSeconds: new Histogram({
      name: `${prefix}http_request_seconds`,
      help: 'Time to answer a request, by method, pattern of the route and status.',
      labelNames: ['method', 'route', 'status'],
      buckets: requestSeconds,
      registers,
    }),
    liveConnections: new Gauge({
      name: `${prefix}live_connections`,
      help: 'Open live streams (SSE).',
      registers,
    }),
    render: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
};
