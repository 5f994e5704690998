'use client';

import { useTranslations } from 'next-intl';
import { Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';
import classes from './step-frame.module.css';

/** Who may see it, what stays, price, sealed. */
const STEPS = 4;

interface StepFrameProps {
  /** 1 to 4. */
  step: number;
  /** What is sealed, e.g. "Seal this report". */
  subject: string;
  title: string;
  /** Whether the heading takes the focus: in every step but the first one of a page load. */
  takesFocus: boolean;
  children: ReactNode;
}

/** One step of sealing: its progress, its question and its content. */
export function StepFrame({ step, subject, title, takesFocus, children }: StepFrameProps) {
  const t = useTranslations();
  const heading = useRef<HTMLHeadingElement>(null);
  const arrive = useEffectEvent(() => {
    if (takesFocus) heading.current?.focus();
  });
  useEffect(() => {
    arrive();
  }, [step]);
  return (
    <Stack component="section" gap="md" aria-labelledby="step">
      <ol className={classes['dots']} aria-hidden="true">
        {Array.from({ length: STEPS }, (_, place) => (
          <li
            key={place}
            className={classes['dot']}
            data-reached={place < step ? true : undefined}
          />
        ))}
      </ol>
      <div>
        <Text size="sm" c="dimmed" aria-hidden="true">
          {t('sharing.stepFrame.progress', { subject, step, steps: STEPS })}
        </Text>
        <Title order={1} id="step" ref={heading} tabIndex={-1} className={classes['heading'] ?? ''}>
          <VisuallyHidden>
            {t('sharing.stepFrame.progressAloud', { subject, step, steps: STEPS })}
          </VisuallyHidden>
          {title}
        </Title>
      </div>
      {children}
    </Stack>
  );
}

/** The buttons to the next and the previous step; on a phone the next step comes first. */
export function StepActions({ children }: { children: ReactNode }) {
  return <div className={classes['actions']}>{children}</div>;
}
