import { AsyncLocalStorage } from 'node:async_hooks';
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Span } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { setTracing, type OpenSpan } from './spans.ts';

const KINDS = { server: SpanKind.SERVER, consumer: SpanKind.CONSUMER };

/**
 * Sends what the process measures to an OpenTelemetry collector. Not registered as the process's global tracer:
 * Next.js would then write spans of its own, with addresses that name reports and people.
 * @param endpoint of OTLP over HTTP, without `/v1/traces`
 * @param serviceName what the spans are of, e.g. `medanchor-web`
 * @returns sends what is left and ends
 */
export function startTracing(endpoint: string, serviceName: string): () => Promise<void> {
  const url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url }))],
  });
  const tracer = provider.getTracer('medanchor');

  const open = (span: Span): OpenSpan => ({
    traceId: span.spanContext().traceId,
    child: (name, attributes) => {
      const context = trace.setSpan(ROOT_CONTEXT, span);
      return open(tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes }, context));
    },
    end: ({ name, attributes = {}, errorCode } = {}) => {
      if (name !== undefined) span.updateName(name);
      span.setAttributes(attributes);
      if (errorCode !== undefined) {
        span.setAttribute('error.type', errorCode);
        span.setStatus({ code: SpanStatusCode.ERROR });
      }
      span.end();
    },
  });
  setTracing({
    startRoot: (kind, name, attributes) =>
      open(tracer.startSpan(name, { kind: KINDS[kind], attributes }, ROOT_CONTEXT)),
    current: new AsyncLocalStorage<OpenSpan>(),
  });
  return async () => {
    setTracing(undefined);
    await provider.shutdown();
  };
}
