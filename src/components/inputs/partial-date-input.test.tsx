import { MantineProvider } from '@mantine/core';
import { expect, it } from 'vitest';
import { renderInEnglish } from '../../../test/support/messages/in-english';
import { PartialDateInput } from './partial-date-input';

function render(error?: string): string {
  return renderInEnglish(
    <MantineProvider>
      <PartialDateInput
        label="Born"
        defaultValue="1980-03"
        error={error}
        onChange={() => undefined}
      />
    </MantineProvider>,
  );
}

it('names its error at each of the three fields, and none without one', () => {
  const described = /aria-describedby="[^"]*-error"/g;
  expect(render('Choose a date.').match(described)).toHaveLength(3);
  expect(render()).not.toMatch(described);
});

it('shows what is known of a date', () => {
  const html = render();
  expect(html).toMatch(/value="1980"/);
  expect(html).toMatch(/<option value="03" selected="">March/);
  expect(html).not.toContain('value="01" selected');
});
