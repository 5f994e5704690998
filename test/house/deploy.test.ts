import { DCLinter } from 'dclint';
import { validate as lintDockerfile } from 'dockerfile-utils';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { chartValues, renderTemplate, renderText } from '../support/render-chart';

/** Style alone: the order of keys. */
const NO_ORDER = Object.fromEntries(
  ['service-keys-order', 'services-alphabetical-order', 'top-level-properties-order'].map(
    (rule) => [rule, 0] as const,
  ),
);

function lintCompose(path: string): string[] {
  const config = { rules: NO_ORDER, quiet: false, debug: false, exclude: [] };
  return new DCLinter(config)
    .lintFiles([path], false)
    .flatMap(({ messages }) => messages.map(({ rule, message }) => `${rule}: ${message}`));
}

const labels = z.record(z.string(), z.string());
const pod = z.object({
  metadata: z.object({ labels }),
  spec: z.object({
    securityContext: z.object({ runAsNonRoot: z.literal(true) }),
    containers: z.array(
      z.object({
        image: z.string(),
        command: z.array(z.string()),
        securityContext: z.object({
          allowPrivilegeEscalation: z.literal(false),
          readOnlyRootFilesystem: z.literal(true),
        }),
        resources: z.object({ requests: labels, limits: labels }),
        volumeMounts: z.array(z.object({ name: z.string(), mountPath: z.string() })),
      }),
    ),
    volumes: z.array(z.looseObject({ name: z.string() })),
  }),
});
const named = { apiVersion: z.string(), metadata: z.object({ name: z.string(), labels }) };
const object = z.discriminatedUnion('kind', [
  z.object({
    ...named,
    kind: z.literal('Deployment'),
    spec: z.object({ selector: z.object({ matchLabels: labels }), template: pod }),
  }),
  z.object({ ...named, kind: z.literal('Job'), spec: z.object({ template: pod }) }),
  z.object({
    ...named,
    kind: z.literal('CronJob'),
    spec: z.object({
      schedule: z.string(),
      jobTemplate: z.object({ spec: z.object({ template: pod }) }),
    }),
  }),
  z.object({ ...named, kind: z.literal('Service'), spec: z.object({ selector: labels }) }),
  z.object({
    ...named,
    kind: z.literal('PodDisruptionBudget'),
    spec: z.object({ selector: z.object({ matchLabels: labels }) }),
  }),
  z.object({
    ...named,
    kind: z.literal('NetworkPolicy'),
    spec: z.object({ podSelector: z.object({ matchLabels: labels }) }),
  }),
]);

const OBJECTS = readdirSync('deploy/helm/templates').flatMap((file) =>
  renderTemplate(file).map((one) => object.parse(one)),
);
const PODS = OBJECTS.flatMap((one) => {
  if (one.kind === 'Deployment' || one.kind === 'Job') return [one.spec.template];
  return one.kind === 'CronJob' ? [one.spec.jobTemplate.spec.template] : [];
});

describe('what wraps the npm commands', () => {
  it('is a Dockerfile without a fault', () => {
    expect(lintDockerfile(readFileSync('deploy/Dockerfile', 'utf8'))).toEqual([]);
    expect(lintDockerfile('FROM node\nRUNN npm start\n')).not.toEqual([]);
  });

  it('is a compose file that its schema and the linter accept', () => {
    expect(lintCompose('deploy/compose.yaml')).toEqual([]);
  });

  it('is a chart whose values fit its schema', () => {
    const schema = z.fromJSONSchema(
      JSON.parse(readFileSync('deploy/helm/values.schema.json', 'utf8')) as Parameters<
        typeof z.fromJSONSchema
      >[0],
    );
    expect(schema.safeParse(chartValues()).error).toBeUndefined();
    expect(schema.safeParse({ ...Object(chartValues()), web: { replicas: 0 } }).success).toBe(
      false,
    );
  });

  it('makes objects that select their own pods', () => {
    expect(OBJECTS.map(({ kind }) => kind).sort()).toEqual([
      'CronJob',
      'Deployment',
      'Deployment',
      'Job',
      'NetworkPolicy',
      'NetworkPolicy',
      'PodDisruptionBudget',
      'Service',
    ]);
    const selectors = OBJECTS.flatMap((one) => {
      if (one.kind === 'Service') return [one.spec.selector];
      if (one.kind === 'NetworkPolicy') return [one.spec.podSelector.matchLabels];
      return 'selector' in one.spec ? [one.spec.selector.matchLabels] : [];
    });
    for (const selector of selectors) {
      const selected = PODS.filter(({ metadata }) =>
        Object.entries(selector).every(([key, value]) => metadata.labels[key] === value),
      );
      expect(selected.length, JSON.stringify(selector)).toBeGreaterThan(0);
    }
  });

  it('mounts only volumes that there are', () => {
    for (const { spec } of PODS) {
      const volumes = spec.volumes.map(({ name }) => name);
      for (const { volumeMounts } of spec.containers) {
        for (const { name } of volumeMounts) expect(volumes).toContain(name);
      }
    }
  });

  it('runs nothing but npm commands that exist', () => {
    const { scripts } = z
      .object({ scripts: labels })
      .parse(JSON.parse(readFileSync('package.json', 'utf8')));
    const files = ['deploy/Dockerfile', 'deploy/compose.yaml'].map((path) =>
      readFileSync(path, 'utf8'),
    );
    const inFiles = files.flatMap((text) =>
      [...text.matchAll(/^(?:RUN|CMD|\s+command:) \[?['"]?(npm.*)$/gm)].map(([, words = '']) =>
        words.split(/[^\w:/-]+/).filter(Boolean),
      ),
    );
    const commands = [...inFiles, ...PODS.flatMap((p) => p.spec.containers.map((c) => c.command))];
    expect(commands).toHaveLength(10);
    for (const [program, verb, name = ''] of commands) {
      expect(program).toBe('npm');
      expect(verb === 'run' ? name : verb).toSatisfy((script: string) => script in scripts);
    }
  });

  it('uses only the actions that the tests can render', () => {
    expect(() => renderText('a: {{ if .Values.x }}', {})).toThrow('cannot render');
    expect(() => renderText('a: {{ .Values.x }}', {})).toThrow('values.yaml has no x');
  });
});
