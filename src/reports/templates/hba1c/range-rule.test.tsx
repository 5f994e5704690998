import { MantineProvider } from '@mantine/core';
import { expect, it } from 'vitest';
import { contentOf } from '@/reports/content/read-report-content';
import { BundleReader } from '@/reports/fhir/bundle-reader';
import { reportBundle } from '@/reports/documents/report-bundle';
import { renderPdf } from '@/reports/documents/render-pdf';
import { renderInEnglish } from '../../../../test/support/messages/in-english';
import { readPdf } from '../../../../test/support/reports/read-pdf';
import { hba1cDocument } from '../../../../test/support/reports/report-documents';
import { describeForm } from '../templates';
import { Hba1cBody } from './body';
import { hba1cContentSchema } from './content';
import { t } from '../../../../test/support/messages/english';

const SENTENCE = t('templates.hba1c.decidedByIfcc');

// 47 mmol/mol is 6.45 %: shown as 6.5 %, which the table of the ADA gives to the next range.
it.each([
  [38, false],
  [39, false],
  [47, true],
  [48, false],
])('at %i mmol/mol form, page and PDF show what decides the range: %s', async (result, said) => {
  const document = hba1cDocument({ values: { result, target: null } });
  const rows = describeForm(document, t).filter(({ value }) => value === SENTENCE);
  expect(rows).toHaveLength(said ? 1 : 0);

  const bundle: unknown = JSON.parse(JSON.stringify(reportBundle(document)));
  const { findings } = contentOf('HBA1C', new BundleReader(bundle));
  const page = renderInEnglish(
    <MantineProvider>
      <Hba1cBody findings={hba1cContentSchema.parse(findings)} identity={null} />
    </MantineProvider>,
  );
  expect(page.includes(SENTENCE)).toBe(said);

  const { pages } = await readPdf(await renderPdf(document));
  expect(pages.join(' ').includes(SENTENCE)).toBe(said);
});
