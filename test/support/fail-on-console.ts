import { afterAll, afterEach, expect } from 'vitest';

/**
 * Output that a test did not expect fails it. One that is expected is caught by the test:
 * `vi.spyOn(console, 'error').mockImplementation(…)`.
 */
const heard: string[] = [];

for (const method of ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const) {
  console[method] = (...words: unknown[]) => {
    heard.push(`console.${method}: ${words.map(String).join(' ')}`);
  };
}

function expectSilence(): void {
  expect(heard.splice(0), 'unexpected console output').toEqual([]);
}

afterEach(expectSilence);
afterAll(expectSilence);
