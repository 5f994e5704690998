import { z } from 'zod';
import document from '@/generated/openapi.json';

const content = z.record(z.string(), z.object({ schema: z.unknown() }));

const operationSchema = z.object({
  summary: z.string(),
  description: z.string(),
  tags: z.tuple([z.string()]),
  parameters: z
    .array(z.object({ in: z.string(), name: z.string(), schema: z.unknown() }))
    .default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(
    z.string(),
    z.object({ description: z.string(), content: content.optional() }),
  ),
});

/** One route as the page shows it. */
export interface Operation extends z.infer<typeof operationSchema> {
  method: string;
  path: string;
}

const pathsSchema = z.record(z.string(), z.record(z.string(), operationSchema));

/** The routes of the generated document, by their first word. */
export function operationsByTag(): [tag: string, operations: Operation[]][] {
  const groups = new Map<string, Operation[]>();
  for (const [path, methods] of Object.entries(pathsSchema.parse(document.paths))) {
    for (const [method, operation] of Object.entries(methods)) {
      const [tag] = operation.tags;
      const group = groups.get(tag) ?? [];
      group.push({ ...operation, method: method.toUpperCase(), path });
      groups.set(tag, group);
    }
  }
  return [...groups];
}
