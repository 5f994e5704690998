import { describe, expect, it } from 'vitest';
import { routeLabel } from './route-label';

describe('routeLabel', () => {
  it.each([
    ['/', '/'],
    ['/patient/reports/0195e0a4-7c1d-7b52-8a3e-3f6d2a1b9c00', '/patient/reports/[id]'],
    ['/verify/0x9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', '/verify/[id]'],
    ['/verify/1A4Y3JWDLHPRY31M', '/verify/[id]'],
    ['/_next/static/chunks/a1b2.js', '/_next/[file]'],
    ['/guest%23dGhpcyBpcyBhIHNlY3JldCB0b2tlbg', '[other]'],
    ['/dGhpcyBpcyBhIHNlY3JldCB0b2tlbg', '/[id]'],
    ['/a/b/c/d/e/f/g', '[other]'],
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
