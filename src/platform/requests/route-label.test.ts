import { describe, expect, it } from 'vitest';
import { routeLabel } from './route-label';

describe('routeLabel', () => {
  it.each([
    ['/', '/'],
    ['/patient/reports/0195e0a4-7c1d-7b52-8a3e-3f6d2a1b9c00', '/patient/reports/[id]'],
    ['/patient/reports/1A4Y3JWDLHPRY31M', '/patient/reports/[id]'],
    ['/_next/static/chunks/a1b2.js', '/_next/[file]'],
    ['/guest%23dGhpcyBpcyBhIHNlY3JldCB0b2tlbg', '[other]'],
    ['/dGhpcyBpcyBhIHNlY3JldCB0b2tlbg', '[other]'],
    ['/patient/reports/any-word', '[other]'],
    ['/ali.ahmed@mail.example', '[other]'],
    ['/api/no/such/route', '[other]'],
  ])('%s → %s', (path, label) => {
    expect(routeLabel(path, null)).toBe(label);
  });

  it('is the API’s own route where there is one', () => {
    const path = '/api/reports/0195e0a4-7c1d-7b52-8a3e-3f6d2a1b9c00/approve';
    expect(routeLabel(path, '/api/reports/{reportId}/approve')).toBe(
      '/api/reports/{reportId}/approve',
    );
  });
});
