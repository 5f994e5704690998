import { execa } from 'execa';
import { expect, it } from 'vitest';

const PROGRAM = `
  import { runTool, stopTools } from './scripts/provision/run-tool';
  import { untilStopped } from './scripts/provision/until-stopped';
  const stopped = untilStopped();
  void runTool('scripts/provision/until-stopped.ts', []);
  console.log('runs');
  await stopped;
  stopTools();
  await new Promise((resolve) => setTimeout(resolve, 200));
  console.log('cleaned up');
  process.exit(0);
`;

it.each(['SIGINT', 'SIGTERM'] as const)(
  'lets a program that runs a tool clean up after %s',
  async (signal) => {
    const args = ['--import', 'tsx', '--input-type=module', '--eval', PROGRAM];
    const program = execa(process.execPath, args);
    program.stdout.once('data', () => program.kill(signal));
    expect((await program).stdout).toBe('runs\ncleaned up');
  },
);
