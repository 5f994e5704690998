import { useTranslations } from 'next-intl';
import {
  AccordionControl,
  AccordionItem,
  AccordionPanel,
  Badge,
  Code,
  Group,
  Stack,
  Text,
} from '@mantine/core';
import type { Operation } from './document';

const COLORS: Record<string, string> = { GET: 'blue', POST: 'green', PUT: 'yellow', DELETE: 'red' };

/** One route: closed its address, open what it takes and answers. */
export function OperationItem({ operation }: { operation: Operation }) {
  const t = useTranslations();
  const { method, path, summary, description, parameters, requestBody, responses } = operation;
  return (
    <AccordionItem value={`${method} ${path}`}>
      <AccordionControl>
        <Group gap="sm">
          <Badge color={COLORS[method] ?? 'gray'} radius="sm" w={72}>
            {method}
          </Badge>
          <Text component="span" ff="monospace" size="sm" style={{ overflowWrap: 'anywhere' }}>
            {path}
          </Text>
        </Group>
        <Text component="span" display="block" size="sm" c="dimmed" mt={4}>
          {summary}
        </Text>
      </AccordionControl>
      <AccordionPanel>
        <Stack gap="sm">
          <Text size="sm">{description}</Text>
          {parameters.map((parameter) => (
            <Shape
              key={parameter.name}
              title={`${parameter.name} (${parameter.in})`}
              schema={parameter.schema}
            />
          ))}
          {Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) => (
            <Shape key={type} title={t('app.apiDocs.takes', { type })} schema={schema} />
          ))}
          {Object.entries(responses).map(([status, response]) => (
            <Stack key={status} gap={4}>
              <Text size="sm">
                <strong>{status}</strong> {response.description}
              </Text>
              {Object.entries(response.content ?? {}).map(([type, { schema }]) => (
                <Shape key={type} title={type} schema={schema} />
              ))}
            </Stack>
          ))}
        </Stack>
      </AccordionPanel>
    </AccordionItem>
  );
}

function Shape({ title, schema }: { title: string; schema: unknown }) {
  return (
    <figure style={{ margin: 0 }}>
      <Text component="figcaption" size="xs" c="dimmed" mb={2}>
        {title}
      </Text>
      <Code block tabIndex={0} aria-label={title}>
        {JSON.stringify(schema, null, 2)}
      </Code>
    </figure>
  );
}
