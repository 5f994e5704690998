import type { Narrative } from '@medplum/fhirtypes';
import type { AppLocale } from '@/messages/catalogues';
import type { Row } from '@/reports/frame/row';

/** Lines of a report as the XHTML that a FHIR narrative may hold. */
export function rowsNarrative(
  rows: readonly Pick<Row, 'label' | 'value'>[],
  locale: AppLocale,
): Narrative {
  const lines = rows.map(
    ({ label, value }) => `<tr><th>${escape(label)}</th><td>${escape(value)}</td></tr>`,
  );
  return generated(`<table><tbody>${lines.join('')}</tbody></table>`, locale);
}

/** Free text as the XHTML that a FHIR narrative may hold. */
export function textNarrative(text: string, locale: AppLocale): Narrative {
  const lines = text.split('\n').map(escape);
  return generated(`<p>${lines.join('<br/>')}</p>`, locale);
}

/** The language is in both attributes, as hl7.org/fhir/R4/languages.html asks of XHTML. */
function generated(xhtml: string, locale: AppLocale): Narrative {
  return {
    status: 'generated',
    div: `<div xmlns="http://www.w3.org/1999/xhtml" lang="${locale}" xml:lang="${locale}">${xhtml}</div>`,
  };
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
