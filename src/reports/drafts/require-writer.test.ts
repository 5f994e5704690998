import { expect, it, vi } from 'vitest';
import { requireWriter } from './require-writer';

vi.mock('@/reports/templates/templates', () => ({
  TEMPLATES: { HBA1C: { writtenBy: 'DOCTOR' }, COVID_19: { writtenBy: 'ADMIN' } },
}));

it.each([
  ['DOCTOR', 'HBA1C'],
  ['ADMIN', 'COVID_19'],
] as const)('lets a %s write %s, as its template says', (role, template) => {
  expect(() => requireWriter({ role }, template)).not.toThrow();
});

it.each([
  ['PATIENT', 'HBA1C'],
  ['ADMIN', 'HBA1C'],
  ['DOCTOR', 'COVID_19'],
] as const)('refuses a %s who would write %s', (role, template) => {
  expect(() => requireWriter({ role }, template)).toThrow(
    expect.objectContaining({ code: 'forbidden' }),
  );
});
