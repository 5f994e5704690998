'use client';

import { useTranslations } from 'next-intl';
import { Alert, List, ListItem } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Group } from '@/components/plain/group';
import { Paper } from '@/components/plain/paper';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { assessVisit, MEAN_RULE, type VisitAssessment } from './assess-visit';
import { eshLabel } from './categories';
import { completeReadings } from './complete-readings';

/** The mean and the categories of what is typed so far, by the rules that the PDF prints. */
export function VisitAssessmentPanel({ measurements }: { measurements: unknown }) {
  const t = useTranslations();
  const readings = completeReadings({ measurements });
  return (
    <Paper p="md" role="status" aria-label={t('templates.bloodPressure.meanAndCategories')}>
      {readings === null ? (
        <Text size="sm" c="dimmed">
          {t('templates.bloodPressure.assessmentComesLater')}
        </Text>
      ) : (
        <Assessment assessment={assessVisit(readings)} />
      )}
    </Paper>
  );
}

function Assessment({ assessment }: { assessment: VisitAssessment }) {
  const t = useTranslations();
  const { mean, esh, accAha, actAtOnce } = assessment;
  const notes = assessment.notes.map((note) => note(t));
  return (
    <Stack gap="sm">
      <Group gap="md" align="flex-start">
        <Value name={t('templates.bloodPressure.mean')}>
          {t('templates.bloodPressure.pressure', { ...mean })}
        </Value>
        <Value name={t('templates.bloodPressure.esh2023')}>{eshLabel(esh, t)}</Value>
        <Value name={t('templates.bloodPressure.accAha2017')}>
          {t(`templates.bloodPressure.accAha.${accAha}`)}
        </Value>
      </Group>
      <Text size="sm" c="dimmed">
        {t('templates.bloodPressure.rule', { rule: MEAN_RULE(t) })}
      </Text>
      {actAtOnce ? (
        <Alert
          color="red"
          icon={<IconAlertTriangle aria-hidden="true" />}
          title={t('templates.bloodPressure.actAtOnce')}
        >
          <Notes notes={notes} />
        </Alert>
      ) : (
        <Notes notes={notes} />
      )}
    </Stack>
  );
}

function Value({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      <Text fw={650}>{children}</Text>
    </div>
  );
}

function Notes({ notes }: { notes: string[] }) {
  return (
    <List size="sm">
      {notes.map((note) => (
        <ListItem key={note}>{note}</ListItem>
      ))}
    </List>
  );
}
