import { readFileSync } from 'node:fs';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { z } from 'zod';

const CHART = 'deploy/helm';

/**
 * The objects that a template of the chart makes of its values. Helm itself is not on this machine: our templates
 * use only what this supports, `.Release.Name`, `.Values.…` and `toYaml .Values.… | nindent N`.
 * @throws Error for any other action, a value that is missing, or what is no YAML
 */
export function renderTemplate(file: string): unknown[] {
  return renderText(readFileSync(`${CHART}/templates/${file}`, 'utf8'), chartValues());
}

/** The values of the chart as they stand in it. */
export function chartValues(): unknown {
  return parse(readFileSync(`${CHART}/values.yaml`, 'utf8'));
}

export function renderText(template: string, values: unknown): unknown[] {
  const text = template.replace(/\s*\{\{- (.+?) \}\}|\{\{ (.+?) \}\}/g, (_, block, inline) =>
    typeof block === 'string' ? renderBlock(block, values) : renderInline(String(inline), values),
  );
  return parseAllDocuments(text).map((document) => {
    if (document.errors[0] !== undefined) throw document.errors[0];
    return document.toJS() as unknown;
  });
}

function renderBlock(action: string, values: unknown): string {
  const [, path = '', indent = ''] =
    /^toYaml \.Values\.([\w.]+) \| nindent (\d+)$/.exec(action) ?? [];
  if (path === '') throw new Error(`The tests cannot render {{- ${action} }}`);
  const lines = stringify(valueAt(values, path)).trimEnd().split('\n');
  return `\n${lines.map((line) => ' '.repeat(Number(indent)) + line).join('\n')}`;
}

function renderInline(action: string, values: unknown): string {
  if (action === '.Release.Name') return 'example';
  const path = /^\.Values\.([\w.]+)$/.exec(action)?.[1];
  if (path === undefined) throw new Error(`The tests cannot render {{ ${action} }}`);
  return z.coerce.string().parse(valueAt(values, path));
}

function valueAt(values: unknown, path: string): unknown {
  const found = path
    .split('.')
    .reduce((value, key) => z.record(z.string(), z.unknown()).parse(value)[key], values);
  if (found === undefined) throw new Error(`values.yaml has no ${path}`);
  return found;
}
