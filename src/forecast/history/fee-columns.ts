/** Headings of a time, in small letters without anything else: `Date(UTC)` and `block_date` are among them. */
const TIMES = new Set([
  ...['date', 'dateutc', 'utcdate', 'day', 'dayutc', 'dt', 'blockdate', 'datetime', 'datetimeutc'],
  ...[
    'hour',
    'hourutc',
    'time',
    'timeutc',
    'blockhour',
    'blocktime',
    'timestamp',
    'blocktimestamp',
  ],
  ...['unixtimestamp', 'unixtime', 'unix', 'epoch'],
]);
/** Headings of the mean price, in the same form, and what one unit of each is in gwei. */
const MEAN_PRICES: Readonly<Record<string, number>> = {
  valuewei: 1e-9,
  gwei: 1,
  avggaspricegwei: 1,
  avggaspricewei: 1e-9,
};

/** Which columns of a file are read. */
export interface FeeColumns {
  /** All hold the time; they must agree. */
  times: readonly string[];
  /** All hold the mean price; they must agree. */
  prices: readonly { heading: string; unit: number }[];
}

/**
 * The columns to read. A price may have any heading that ends in wei or gwei, if it is the only one.
 * @returns what is wrong with the headings, if anything is
 */
export function columnsOf(headings: readonly string[]): FeeColumns | string {
  const times = headings.filter((heading) => TIMES.has(bare(heading)));
  const known = headings.flatMap((heading) => {
    const unit = MEAN_PRICES[bare(heading)];
    return unit === undefined ? [] : [{ heading, unit }];
  });
  const ending = headings.filter((heading) => bare(heading).endsWith('wei'));
  const [only] = ending;
  if (times.length === 0 || only === undefined) return 'no heading of a date and of a price';
  if (known.length > 0) return { times, prices: known };
  if (ending.length > 1) {
    return `more than one heading of a price: ${ending.join(', ').slice(0, 80)}`;
  }
  return { times, prices: [{ heading: only, unit: bare(only).endsWith('gwei') ? 1 : 1e-9 }] };
}

function bare(heading: string): string {
  return heading.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
