import { formattingLocale, type Translate } from '@/messages/translator';

/** Enough digits to compare two fees, without the long tail of wei. */
const SIGNIFICANT = 3;
const WEI_PER_GWEI = 1e9;
/** Below this an amount of dollars is not written in digits. */
const LEAST_USD = 0.0001;

const USD = { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' } as const;

function format(value: number, form: Intl.NumberFormatOptions, t: Translate): string {
  return new Intl.NumberFormat(formattingLocale(t), form).format(value);
}

/**
 * An amount of ether for a person: `0.000184 ETH`.
 * @param eth decimal number
 */
export function ethText(eth: string, t: Translate): string {
  const amount = format(
    Number(eth),
    {
      maximumSignificantDigits: SIGNIFICANT,
      maximumFractionDigits: 18,
      roundingPriority: 'lessPrecision',
      useGrouping: false,
    },
    t,
  );
  return `${amount} ETH`;
}

/** A price per gas unit for a person: `9.4 gwei`. */
export function gweiText(wei: string, t: Translate): string {
  const price = Number(wei) / WEI_PER_GWEI;
  return `${format(price, { maximumSignificantDigits: SIGNIFICANT }, t)} gwei`;
}

/** An amount in US dollars: cents from one dollar on, more digits below, never a rounded zero. */
export function usdText(usd: number, t: Translate): string {
  const digits = usd >= 1 ? {} : { minimumFractionDigits: 2, maximumFractionDigits: 4 };
  if (usd > 0 && usd < LEAST_USD) {
    return t('registry.feeText.lessThan', { amount: format(LEAST_USD, { ...USD, ...digits }, t) });
  }
  return format(usd, { ...USD, ...digits }, t);
}

/**
 * An amount in US dollars to the dime, for a sentence: `$2`, `$1.30`, `$14`; cents below one dollar.
 * @returns null for less than a cent
 */
export function roundUsdText(usd: number, t: Translate): string | null {
  if (usd < 0.005) return null;
  const step = usd >= 9.95 ? 1 : usd >= 0.995 ? 0.1 : 0.01;
  const rounded = Math.round(usd / step) * step;
  const isWhole = Math.abs(rounded - Math.round(rounded)) < 1e-9;
  const digits = isWhole ? 0 : 2;
  return format(
    rounded,
    { ...USD, minimumFractionDigits: digits, maximumFractionDigits: digits },
    t,
  );
}

/** A mark on an axis of US dollars: `$12.5`. */
export function usdMark(usd: number, t: Translate): string {
  return format(usd, { ...USD, maximumSignificantDigits: SIGNIFICANT }, t);
}

/** A mark on an axis without a unit: three digits are enough to read a height. */
export function numberMark(value: number, t: Translate): string {
  return format(value, { maximumSignificantDigits: SIGNIFICANT }, t);
}
