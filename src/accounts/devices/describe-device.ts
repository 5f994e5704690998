import bowser from 'bowser';

const MAX_LENGTH = 80;

/**
 * A browser as its owner would name it, e.g. `Firefox on Windows`.
 * @param userAgent the User-Agent header, so possibly anything
 * @returns null when it names neither a browser nor a known system
 */
export function describeDevice(userAgent: string | null): string | null {
  if (userAgent === null || userAgent === '') return null;
  const { browser, os } = bowser.parse(userAgent);
  const known = [browser.name, os.name].filter((name) => name !== undefined && name !== '');
  return known.length === 0 ? null : known.join(' on ').slice(0, MAX_LENGTH);
}
