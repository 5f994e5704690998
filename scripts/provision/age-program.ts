import { join } from 'node:path';
import { findProgram, installedPrograms } from './installed-program';
import { unpackedPackages } from './unpacked-packages';

const AGE = {
  part: 'age',
  packages: ['age'],
  otherwise: 'Install age, see https://age-encryption.org.',
};

/**
 * The plain `age` program, with which a recovery kit is opened in the tests: of this machine, or Debian's.
 * @throws ProvisionError when there is none
 */
export function ageProgram(): string {
  const present = findProgram(['age']);
  if (present !== undefined) return present;
  if (process.getuid?.() !== 0) return join(unpackedPackages(AGE), 'usr/bin/age');
  const [path = ''] = installedPrograms({ ...AGE, programs: [['age']] });
  return path;
}
