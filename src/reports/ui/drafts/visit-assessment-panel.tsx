'use client';

import { Alert, Group, List, ListItem, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { assessVisit, type VisitAssessment } from '@/reports/templates/assess-visit';
import { completeReadings } from '@/reports/templates/blood-pressure';

/** The mean and the categories of what is typed so far, by the rules that the PDF prints. */
export function VisitAssessmentPanel({ measurements }: { measurements: unknown }) {
  const readings = completeReadings({ measurements });
  return (
    <Paper p="md" role="status" aria-label="Mean and categories">
      {readings === null ? (
        <Text size="sm" c="dimmed">
          The mean and the ESH and ACC/AHA categories appear here when all three measurements are
          filled in.
        </Text>
      ) : (
        <Assessment assessment={assessVisit(readings)} />
      )}
    </Paper>
  );
}

function Assessment({ assessment }: { assessment: VisitAssessment }) {
  const { mean, rule, esh, accAha, actAtOnce, notes } = assessment;
  return (
    <Stack gap="sm">
      <Group gap="md" align="flex-start">
        <Value name="Mean">{`${mean.systolic}/${mean.diastolic} mmHg`}</Value>
        <Value name="ESH 2023">{esh.label}</Value>
        <Value name="ACC/AHA 2017">{accAha.label}</Value>
      </Group>
      <Text size="sm" c="dimmed">
        Rule: {rule}.
      </Text>
      {actAtOnce ? (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden="true" />} title="Act at once">
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
