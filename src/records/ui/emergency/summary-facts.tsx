import { useTranslations } from 'next-intl';
import { Anchor } from '@mantine/core';
import { Fact, FactList } from '@/components/fact-list';
import type { BloodGroup } from '@/generated/prisma/enums';
import { linesOf, SECTIONS, type ShownSummary } from '@/records/emergency/summary-schema';

interface SummaryFactsProps {
  bloodGroup: BloodGroup;
  /** Null: the patient has saved none. */
  summary: ShownSummary | null;
}

/** What a patient wants a doctor to know, the most dangerous first. */
export function SummaryFacts({ bloodGroup, summary }: SummaryFactsProps) {
  const t = useTranslations();
  return (
    <FactList>
      {SECTIONS.map((name) => (
        <Fact key={name} name={t(`records.emergency.sections.${name}`)}>
          <SectionLines name={name} summary={summary} />
        </Fact>
      ))}
      <Fact name={t('records.emergency.bloodGroup')}>
        {t(`accounts.bloodGroups.${bloodGroup}`)}
      </Fact>
      {summary !== null && summary.note !== '' && (
        <Fact name={t('records.emergency.note')}>
          <Lines lines={linesOf(summary.note)} />
        </Fact>
      )}
      {(summary?.contacts ?? []).map(({ name, relation, phone }) => (
        <Fact key={`${name}${phone}`} name={t('records.emergency.tell')}>
          {relation === '' ? name : `${name} (${relation})`}
          {' · '}
          <Anchor href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`} underline="always" inherit>
            {phone}
          </Anchor>
        </Fact>
      ))}
    </FactList>
  );
}

function SectionLines({
  name,
  summary,
}: {
  name: (typeof SECTIONS)[number];
  summary: ShownSummary | null;
}) {
  const t = useTranslations();
  const { none = false, text = '' } = summary?.[name] ?? {};
  if (none) return t('records.emergency.noneKnown');
  const lines = linesOf(text);
  return lines.length === 0 ? t('records.emergency.notStated') : <Lines lines={lines} />;
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line, place) => (
    <span key={place} style={{ display: 'block', overflowWrap: 'anywhere' }}>
      {line}
    </span>
  ));
}
