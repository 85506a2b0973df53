/** What passed between people, one column a fact; people by their place. */
export type Events = {
  readonly count: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Milliseconds since 1970. */
  readonly at: Float64Array;
  readonly value: Float64Array;
  /** Place of the channel in a list kept beside. */
  readonly channel: Uint8Array;
};

export type EventRow = {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly value: number;
  readonly channel: number;
};

/** Columns that grow by doubling: 25 bytes an event, up to three times that while they grow. */
export const createEventColumns = () => {
  let room = 4_096;
  let count = 0;
  let columns = emptyColumns(room);
  return {
    add: (row: EventRow): void => {
      if (count === room) {
        room *= 2;
        columns = copyInto(emptyColumns(room), columns);
      }
      columns.from[count] = row.from;
      columns.to[count] = row.to;
      columns.at[count] = row.at;
      columns.value[count] = row.value;
      columns.channel[count] = row.channel;
      count += 1;
    },
    finish: (): Events => ({
      count,
      from: columns.from.subarray(0, count),
      to: columns.to.subarray(0, count),
      at: columns.at.subarray(0, count),
      value: columns.value.subarray(0, count),
      channel: columns.channel.subarray(0, count),
    }),
  };
};

const emptyColumns = (length: number) => ({
  from: new Uint32Array(length),
  to: new Uint32Array(length),
  at: new Float64Array(length),
  value: new Float64Array(length),
  channel: new Uint8Array(length),
});

type Columns = ReturnType<typeof emptyColumns>;

const copyInto = (larger: Columns, smaller: Columns): Columns => {
  larger.from.set(smaller.from);
  larger.to.set(smaller.to);
  larger.at.set(smaller.at);
  larger.value.set(smaller.value);
  larger.channel.set(smaller.channel);
  return larger;
};
