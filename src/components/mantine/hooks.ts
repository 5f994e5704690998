/**
 * What `@mantine/hooks` is in our bundles (next.config.ts), because each field of Mantine gives itself another id after
 * the first rendering, and renders again (decision 182).
 */
// @ts-expect-error -- The package has types for its name only; nothing of ours imports this file.
export * from '../../../node_modules/@mantine/hooks/esm/index.mjs';
export { useId } from './use-id';
