import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { makeIfChanged } from './input-stamp';

/** A copy of one file, made when the file has changed. */
function copying() {
  const folder = mkdtempSync(join(tmpdir(), 'stamp-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [input, output] = [join(folder, 'input'), join(folder, 'output')];
  return {
    write: (text: string) => writeFileSync(input, text),
    read: () => readFileSync(output, 'utf8'),
    make: (interrupt = () => {}) =>
      makeIfChanged({
        inputs: [input],
        stamp: join(folder, 'stamp'),
        make: async () => {
          writeFileSync(output, 'half');
          await Promise.resolve().then(interrupt);
          writeFileSync(output, readFileSync(input));
        },
      }),
  };
}

it('makes something anew only when its inputs have changed', async () => {
  const { write, read, make } = copying();
  write('one');
  expect(await make()).toBe(true);
  expect(await make()).toBe(false);
  write('two');
  expect(await make()).toBe(true);
  expect(read()).toBe('two');
});

it('makes it anew after an interruption, also for the inputs of the last whole run', async () => {
  const { write, read, make } = copying();
  write('one');
  await make();
  write('two');
  const interrupted = make(() => {
    throw new Error('interrupted');
  });
  await expect(interrupted).rejects.toThrow('interrupted');
  write('one');
  expect(await make()).toBe(true);
  expect(read()).toBe('one');
});
