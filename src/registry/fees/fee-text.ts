import { formatUnits } from 'ethers';

/** Enough digits to compare two fees, without the long tail of wei. */
const SIGNIFICANT = 3;

/**
 * An amount of ether for a person: `0.000184 ETH`.
 * @param eth decimal number
 */
export function ethText(eth: string): string {
  const form = new Intl.NumberFormat('en-GB', {
    maximumSignificantDigits: SIGNIFICANT,
    maximumFractionDigits: 18,
    roundingPriority: 'lessPrecision',
    useGrouping: false,
  });
  return `${form.format(Number(eth))} ETH`;
}

/** A price per gas unit for a person: `9.4 gwei`. */
export function gweiText(wei: string): string {
  const form = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: SIGNIFICANT });
  return `${form.format(Number(formatUnits(wei, 'gwei')))} gwei`;
}

/** An amount in US dollars: cents from one dollar on, more digits below, never a rounded zero. */
export function usdText(usd: number): string {
  const form = new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    ...(usd >= 1 ? {} : { minimumFractionDigits: 2, maximumFractionDigits: 4 }),
  });
  if (usd > 0 && usd < 0.0001) return 'less than $0.0001';
  return form.format(usd);
}

/** An amount in US dollars to the dime, for a sentence: `$2`, `$1.30`, `$14`; cents below one dollar. */
export function roundUsdText(usd: number): string {
  if (usd < 0.005) return 'less than a cent';
  const step = usd >= 9.95 ? 1 : usd >= 0.995 ? 0.1 : 0.01;
  const rounded = Math.round(usd / step) * step;
  return `$${Math.abs(rounded - Math.round(rounded)) < 1e-9 ? String(Math.round(rounded)) : rounded.toFixed(2)}`;
}
