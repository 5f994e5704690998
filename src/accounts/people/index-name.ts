import { Prisma } from '@/generated/prisma/client';
import { nameKeys } from './name-key';

/** More typed letters match few people, whose whole names are then compared. */
const LENGTH = 40;

/** The `start` of the printed spelling's first letter: more than a name has letters. */
const PRINTED_START = 1_000;

/** The rows of PatientNamePart of a patient; written together with the names and the birth date. */
export function nameParts(
  name: string,
  birthDate: Date,
  printedName: string | null = null,
): { start: number; part: string; birthYear: number }[] {
  const birthYear = birthDate.getUTCFullYear();
  return nameKeys(name, printedName).flatMap((key, spelling) => {
    const letters = Array.from(key);
    return letters.map((_, at) => ({
      start: spelling * PRINTED_START + at,
      part: letters.slice(at, at + LENGTH).join(''),
      birthYear,
    }));
  });
}

/** That a part begins with what was typed: an SQL condition on PatientNamePart. */
export function beginsWith(typedKey: string): Prisma.Sql {
  const pattern = `${escaped(Array.from(typedKey).slice(0, LENGTH).join(''))}%`;
  return Prisma.sql`part LIKE ${pattern}`;
}

/** That the whole folded name contains what was typed: an SQL condition on Account. */
export function containsKey(typedKey: string): Prisma.Sql {
  return Prisma.sql`nameKey LIKE ${`%${escaped(typedKey)}%`}`;
}

/** That a whole folded spelling and a year of birth are these: an SQL condition on PatientNamePart. */
export function isNamed(key: string, birthYear: number): Prisma.Sql {
  const part = Array.from(key).slice(0, LENGTH).join('');
  return Prisma.sql`(part = ${part} AND birthYear = ${birthYear} AND start IN (0, ${PRINTED_START}))`;
}

/** The whole folded spelling that a row of PatientNamePart, found by `isNamed`, begins: SQL, with its Account. */
export const WHOLE_SPELLING = Prisma.sql`SUBSTRING_INDEX(nameKey, ' ', IF(start = 0, 1, -1))`;

function escaped(key: string): string {
  return key.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
