import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';

let ready: Promise<void> | undefined;

/**
 * The one place that chooses what reckons: WebAssembly, on one thread, so that the same seed gives
 * the same weights on every machine (docs/decisions/004). Parallel training takes worker threads.
 */
export function startBackend(): Promise<void> {
  ready ??= start();
  return ready;
}

async function start(): Promise<void> {
  // Without the checks of every tensor, training takes a sixth less and gives the same weights.
  tf.enableProdMode();
  const require = createRequire(import.meta.url);
  setWasmPaths(`${dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))}/`);
  setThreadsCount(1);
  if (!(await tf.setBackend('wasm'))) throw new Error('the WebAssembly backend did not start');
}

export { tf };
