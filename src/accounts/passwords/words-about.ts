/** What is known of a person, as they have stated it; a form knows only a part. */
interface KnownPerson {
  email: string;
  displayName: string;
  printedName?: string | null | undefined;
  givenNames?: string | null | undefined;
  familyName?: string | null | undefined;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  birthDate?: string | null | undefined;
  clinic?: string | null | undefined;
  licenceNumber?: string | null | undefined;
}

/**
 * The words that a stranger would try first in a person's password: names, address, and the ways in which people write
 * their birth date.
 */
export function wordsAbout(person: KnownPerson): string[] {
  const { email, displayName, printedName, givenNames, familyName, clinic, licenceNumber } = person;
  const texts = [email, displayName, printedName, givenNames, familyName, clinic, licenceNumber];
  const stated = texts.map((text) => text ?? '').filter((text) => text !== '');
  return [...stated, ...writtenDates(person.birthDate ?? '')];
}

/** A birth date in digits, e.g. `12031952`, `520312`, `1952`. */
function writtenDates(birthDate: string): string[] {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  if (year === '') return [];
  const years = [year, year.slice(-2)];
  if (month === '') return [year];
  if (day === '') return [year, ...years.flatMap((one) => [one + month, month + one])];
  return [
    ...[year, day + month, month + day],
    ...years.flatMap((one) => [one + month + day, day + month + one, month + day + one]),
  ];
}
