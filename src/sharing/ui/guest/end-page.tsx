'use client';

import { Button, Stack, Text, ThemeIcon } from '@mantine/core';
import {
  IconCalendarOff,
  IconFileX,
  IconHourglassEmpty,
  IconLinkOff,
  IconLock,
  IconMail,
  IconPlugConnectedX,
  IconShieldX,
  IconUserOff,
  type Icon,
} from '@tabler/icons-react';
import { PasteLink } from '@/components/inputs/paste-link';
import { StageHeading } from './stage-heading';
import type { GuestEnd } from './guest-ends';

interface EndWords {
  Icon: Icon;
  title: string;
  text: string;
  again?: string;
  /** Whether the address from the mail can be pasted, for want of a good one. */
  paste?: true;
}

const WORDS: Record<GuestEnd, EndWords> = {
  'no-link': {
    Icon: IconMail,
    title: 'Open the link from your mail',
    text: 'We mailed you a link to the report that was shared with you. Open that mail and press “Open the report”.',
    paste: true,
  },
  damaged: {
    Icon: IconLinkOff,
    title: 'This address is damaged',
    text: 'A part of it is missing or was changed on the way, so we cannot say which report it belongs to. Open the mail again and press “Open the report”.',
    paste: true,
  },
  unknown: {
    Icon: IconLinkOff,
    title: 'This link is not known',
    text: 'It may have been changed when it was copied. Open it from the mail again, or ask the patient to share the report with you again.',
    paste: true,
  },
  removed: {
    Icon: IconUserOff,
    title: 'The permission was taken back',
    text: 'The patient no longer shares this report with you. Only the patient can change that.',
  },
  expired: {
    Icon: IconCalendarOff,
    title: 'The permission has ended',
    text: 'The patient shared this report until a date, and it is over. Ask the patient if you still need it.',
  },
  'report-invalid': {
    Icon: IconFileX,
    title: 'This report is no longer valid',
    text: 'It was taken back, so it is not shown any more. Ask the patient or the doctor whether there is a newer one.',
  },
  'issuer-compromised': {
    Icon: IconShieldX,
    title: 'This report is no longer trusted',
    text: 'The clinic’s signing key was compromised: nobody can say any more whether the clinic wrote this report, so it is not shown. Ask the patient or the clinic for a new one.',
  },
  closed: {
    Icon: IconLock,
    title: 'This link is closed',
    text: 'Too many wrong codes were entered with it. Ask the patient to share the report with you again: then we mail you a new link.',
  },
  'chain-unavailable': {
    Icon: IconPlugConnectedX,
    title: 'The blockchain cannot be asked now',
    text: 'Before a report is shown, the blockchain is asked whether you may see it. It does not answer at the moment, so nothing is shown. Your link stays as it is.',
    again: 'Try again',
  },
  'wrong-chain': {
    Icon: IconPlugConnectedX,
    title: 'We are connected to the wrong blockchain',
    text: 'Before a report is shown, its blockchain is asked whether you may see it. At the moment we reach another one by mistake, so nothing is shown. Your link stays as it is; please try again later.',
    again: 'Try again',
  },
  'session-over': {
    Icon: IconHourglassEmpty,
    title: 'Your 15 minutes are over',
    text: 'A code opens the report for 15 minutes. To go on reading, ask for a new one.',
    again: 'Go on with a new code',
  },
};

interface EndPageProps {
  end: GuestEnd;
  /** Looks at the link again; offered where that can help. */
  onAgain: () => void;
}

/** Why a guest sees nothing, and what to do; tells nothing about the report. */
export function EndPage({ end, onAgain }: EndPageProps) {
  const { Icon, title, text, again, paste } = WORDS[end];
  return (
    <Stack align="center" ta="center" gap="md" py="xl" maw={480} mx="auto">
      <ThemeIcon variant="light" color="gray" size={64} radius="xl" aria-hidden="true">
        <Icon size={32} />
      </ThemeIcon>
      <StageHeading>{title}</StageHeading>
      <Text c="dimmed">{text}</Text>
      {again !== undefined && <Button onClick={onAgain}>{again}</Button>}
      {paste && <PasteLink page="guest" />}
    </Stack>
  );
}
