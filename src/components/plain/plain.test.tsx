import * as mantine from '@mantine/core';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { t } from '../../../test/support/messages/english';
import { themeOf } from '../frame/theme';
import { Badge } from './badge';
import { Card } from './card';
import { Container } from './container';
import { Group } from './group';
import { Paper } from './paper';
import { Skeleton } from './skeleton';
import { Stack } from './stack';
import { Text } from './text';
import { ThemeIcon } from './theme-icon';
import { Title } from './title';
import { VisuallyHidden } from './visually-hidden';

/** Markup with attributes, classes and declarations in the order of the alphabet: only that may differ. */
function markup(element: ReactElement): string {
  const html = renderToStaticMarkup(
    <mantine.MantineProvider theme={themeOf(t)} withCssVariables={false} withGlobalClasses={false}>
      {element}
    </mantine.MantineProvider>,
  );
  const sorted = (text: string, separator: string) => text.split(separator).sort().join(separator);
  return html.replace(/<(\w+) ([^>]*)>/g, (_, tag: string, attributes: string) => {
    const pairs = Array.from(attributes.matchAll(/([\w-]+)="([^"]*)"/g), ([, name, value = '']) => {
      if (name === 'class') return `class="${sorted(value, ' ')}"`;
      return name === 'style' ? `style="${sorted(value, ';')}"` : `${name}="${value}"`;
    });
    return `<${tag} ${pairs.sort().join(' ')}>`;
  });
}

describe('the plain components are what Mantine renders', () => {
  it.each([
    [<Text>a</Text>, <mantine.Text>a</mantine.Text>],
    [
      <Text size="sm" c="dimmed" mb="md" maw={440} className="own" role="status">
        a
      </Text>,
      <mantine.Text size="sm" c="dimmed" mb="md" maw={440} className="own" role="status">
        a
      </mantine.Text>,
    ],
    [
      <Text component="span" fz="sm" fw={600} lts="-0.01em" truncate>
        a
      </Text>,
      <mantine.Text component="span" fz="sm" fw={600} lts="-0.01em" truncate>
        a
      </mantine.Text>,
    ],
    [
      <Text fz="1.6rem" lh={1.3} mt={4} style={{ whiteSpace: 'nowrap' }}>
        a
      </Text>,
      <mantine.Text fz="1.6rem" lh={1.3} mt={4} style={{ whiteSpace: 'nowrap' }}>
        a
      </mantine.Text>,
    ],
    [<Title order={1}>a</Title>, <mantine.Title order={1}>a</mantine.Title>],
    [
      <Title order={2} size="h3" id="a">
        a
      </Title>,
      <mantine.Title order={2} size="h3" id="a">
        a
      </mantine.Title>,
    ],
    [
      <Title order={3} size="sm">
        a
      </Title>,
      <mantine.Title order={3} size="sm">
        a
      </mantine.Title>,
    ],
    [<Group>a</Group>, <mantine.Group>a</mantine.Group>],
    [
      <Group component="span" gap={10} align="flex-end" justify="space-between" wrap="nowrap">
        a
      </Group>,
      <mantine.Group
        component="span"
        gap={10}
        align="flex-end"
        justify="space-between"
        wrap="nowrap"
      >
        a
      </mantine.Group>,
    ],
    [<Stack>a</Stack>, <mantine.Stack>a</mantine.Stack>],
    [
      <Stack component="section" gap={0} align="center" py="md" ta="center" aria-label="b">
        a
      </Stack>,
      <mantine.Stack component="section" gap={0} align="center" py="md" ta="center" aria-label="b">
        a
      </mantine.Stack>,
    ],
    [
      <Paper p="xl" bg="transparent">
        a
      </Paper>,
      <mantine.Paper p="xl" bg="transparent">
        a
      </mantine.Paper>,
    ],
    [
      <Paper px="md" py="xs">
        a
      </Paper>,
      <mantine.Paper px="md" py="xs">
        a
      </mantine.Paper>,
    ],
    [<Card>a</Card>, <mantine.Card>a</mantine.Card>],
    [
      <Card component="section" padding={0} className="own" aria-label="b">
        a
      </Card>,
      <mantine.Card component="section" padding={0} className="own" aria-label="b">
        a
      </mantine.Card>,
    ],
    [<Badge color="red">a</Badge>, <mantine.Badge color="red">a</mantine.Badge>],
    [
      <Badge component="span" color="harbour" size="lg" leftSection={<i />}>
        a
      </Badge>,
      <mantine.Badge component="span" color="harbour" size="lg" leftSection={<i />}>
        a
      </mantine.Badge>,
    ],
    [
      <Container component="main" size="lg" id="main" tabIndex={-1}>
        a
      </Container>,
      <mantine.Container component="main" size="lg" id="main" tabIndex={-1}>
        a
      </mantine.Container>,
    ],
    [
      <VisuallyHidden role="status">a</VisuallyHidden>,
      <mantine.VisuallyHidden role="status">a</mantine.VisuallyHidden>,
    ],
    [<Skeleton height={34} width={260} />, <mantine.Skeleton height={34} width={260} />],
    [
      <ThemeIcon size={44} aria-hidden="true">
        a
      </ThemeIcon>,
      <mantine.ThemeIcon variant="light" size={44} aria-hidden="true">
        a
      </mantine.ThemeIcon>,
    ],
  ])('%#', (plain, theirs) => {
    expect(markup(plain)).toBe(markup(theirs));
  });
});
