import { Prisma } from '@/generated/prisma/client';
import { nameKey } from './name-key';

/** More typed letters match few people, whose whole names are then compared. */
const LENGTH = 40;

/** The rows of PatientNamePart of a patient; written together with the name and the birth date. */
export function nameParts(
  name: string,
  birthDate: Date,
): { start: number; part: string; birthYear: number }[] {
  const letters = Array.from(nameKey(name));
  const birthYear = birthDate.getUTCFullYear();
  return letters.map((_, start) => ({
    ...{ start, birthYear },
    part: letters.slice(start, start + LENGTH).join(''),
  }));
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

/** That a whole folded name and a year of birth are these: an SQL condition on PatientNamePart. */
export function isNamed(key: string, birthYear: number): Prisma.Sql {
  const part = Array.from(key).slice(0, LENGTH).join('');
  return Prisma.sql`(part = ${part} AND birthYear = ${birthYear} AND start = 0)`;
}

function escaped(key: string): string {
  return key.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
