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
  /** Led to by the eye and the screen reader: everywhere but where the page begins. */
  leadTo: boolean;
  children: ReactNode;
}

/** One step of sealing: how far it is, its question, and itself. */
export function StepFrame({ step, subject, title, leadTo, children }: StepFrameProps) {
  const t = useTranslations();
  const heading = useRef<HTMLHeadingElement>(null);
  const arrive = useEffectEvent(() => {
    if (leadTo) heading.current?.focus();
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

/** The way on and the way back; on a phone the way on stands first. */
export function StepWays({ children }: { children: ReactNode }) {
  return <div className={classes['ways']}>{children}</div>;
}
