'use client';

import { useTranslations } from 'next-intl';
import { Button, Stack, Text, ThemeIcon } from '@mantine/core';
import {
  IconCalendarOff,
  IconFileX,
  IconHourglassEmpty,
  IconLinkOff,
  IconLock,
  IconMail,
  IconPlayerPause,
  IconPlugConnectedX,
  IconShieldX,
  IconUserOff,
  type Icon,
} from '@tabler/icons-react';
import { PasteLink } from '@/components/inputs/paste-link';
import { StageHeading } from './stage-heading';
import type { GuestEnd } from './guest-end';

interface EndLook {
  Icon: Icon;
  /** The button that looks at the link again, where that can help. */
  again?: 'tryAgain' | 'newCode';
  /** Whether the address from the mail can be pasted, because the present one is no use. */
  paste?: true;
}

const LOOKS: Record<GuestEnd, EndLook> = {
  'no-link': { Icon: IconMail, paste: true },
  damaged: { Icon: IconLinkOff, paste: true },
  'link-unknown': { Icon: IconLinkOff, paste: true },
  'grant-removed': { Icon: IconUserOff },
  'grant-expired': { Icon: IconCalendarOff },
  'grant-paused': { Icon: IconPlayerPause, again: 'tryAgain' },
  'report-invalid': { Icon: IconFileX },
  'issuer-compromised': { Icon: IconShieldX },
  'code-cap': { Icon: IconLock },
  'chain-unavailable': { Icon: IconPlugConnectedX, again: 'tryAgain' },
  'wrong-chain': { Icon: IconPlugConnectedX, again: 'tryAgain' },
  'guest-session-over': { Icon: IconHourglassEmpty, again: 'newCode' },
};

interface EndPageProps {
  end: GuestEnd;
  /** Looks at the link again; offered where that can help. */
  onAgain: () => void;
}

/** Why a guest sees no report, and what to do; shows nothing about the report. */
export function EndPage({ end, onAgain }: EndPageProps) {
  const t = useTranslations();
  const { Icon, again, paste } = LOOKS[end];
  return (
    <Stack align="center" ta="center" gap="md" py="xl" maw={480} mx="auto">
      <ThemeIcon variant="light" color="gray" size={64} radius="xl" aria-hidden="true">
        <Icon size={32} />
      </ThemeIcon>
      <StageHeading>{t(`sharing.guestEnds.${end}.title`)}</StageHeading>
      <Text c="dimmed">{t(`sharing.guestEnds.${end}.text`)}</Text>
      {again !== undefined && <Button onClick={onAgain}>{t(`sharing.endPage.${again}`)}</Button>}
      {paste && <PasteLink page="guest" />}
    </Stack>
  );
}
