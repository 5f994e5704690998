import { execa } from 'execa';
import { buildEnv, env } from '@/platform/env';
import { demoTraces } from '../demo/demo-traces';

/** Serves the production build, unless a trace of the demonstration is in it or in its environment. */
async function main(): Promise<void> {
  const traces = demoTraces(env(), buildEnv().NEXT_DIST_DIR);
  if (traces.length > 0) {
    console.error(`✗ This is not fit for production:\n${traces.map((t) => `  - ${t}`).join('\n')}`);
    process.exit(1);
  }
  const server = execa(process.execPath, ['scripts/commands/serve.ts', `--port=${env().PORT}`], {
    stdio: 'inherit',
    reject: false,
    // Requests in progress are answered first.
    forceKillAfterDelay: false,
  });
  // A terminal's Ctrl-C reaches the server as well; here we wait until it has ended.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => server.kill(signal));
  const { exitCode } = await server;
  process.exit(exitCode ?? 1);
}

try {
  await main();
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
