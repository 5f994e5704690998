import { expect, it } from 'vitest';
import { afterLogin } from './portal-of';

it.each([
  [null, '/patient'],
  ['/patient', '/patient'],
  ['/patient/wallet', '/patient/wallet'],
  ['/patient?page=2', '/patient?page=2'],
  ['/patient/seal?report=1&report=2&step=3', '/patient/seal?report=1&report=2&step=3'],
])('asked for %s, a patient goes to %s', (next, target) => {
  expect(afterLogin('PATIENT', next)).toBe(target);
});

it.each([
  'https://evil.example/patient/',
  '//evil.example/patient/',
  '/\\evil.example',
  '/patients-of-evil',
  '/patient.evil.example/?page=2',
  'javascript:alert(1)',
  '/doctor',
  '/admin/doctors',
  '',
])('never leads a patient to %s', (next) => {
  expect(afterLogin('PATIENT', next)).toBe('/patient');
});
