import { env } from './env.ts';

/**
 * Starts tracing when OTEL_EXPORTER_OTLP_ENDPOINT is set; else nothing of OpenTelemetry is loaded.
 * @param serviceName what the spans are of
 * @returns sends what is left and ends
 */
export async function traceIfAsked(serviceName: string): Promise<() => Promise<void>> {
  const endpoint = env().OTEL_EXPORTER_OTLP_ENDPOINT;
  if (endpoint === undefined) return () => Promise.resolve();
  const { startTracing } = await import('./tracing/start-tracing.ts');
  return startTracing(endpoint, serviceName);
}
