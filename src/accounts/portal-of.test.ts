import { expect, it } from 'vitest';
import { afterLogin } from './portal-of';

it.each([
  [null, '/patient'],
  ['/patient', '/patient'],
  ['/patient/wallet', '/patient/wallet'],
])('asked for %s, a patient goes to %s', (next, target) => {
  expect(afterLogin('PATIENT', next)).toBe(target);
});

it.each([
  'https://evil.example/patient/',
  '//evil.example/patient/',
  '/\\evil.example',
  '/patients-of-evil',
  'javascript:alert(1)',
  '/doctor',
  '/admin/doctors',
  '',
])('never leads a patient to %s', (next) => {
  expect(afterLogin('PATIENT', next)).toBe('/patient');
});
