import { useTranslations } from 'next-intl';
import { Group } from '@/components/plain/group';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { TextLink } from '@/components/text-link';
import { ZonedTime } from '@/components/zoned-time';
import type { ShownRequest } from '@/sharing/requests/shown-request';
import classes from '@/sharing/ui/viewers/viewer-lines.module.css';
import { RequestBadge } from './request-badge';

interface RequestLine {
  request: ShownRequest;
  /** The other person: who asks, or whom one has asked. */
  who: string;
  href: string;
}

/** Requests for access, each a line that leads to its page. */
export function RequestLines({ lines }: { lines: readonly RequestLine[] }) {
  const t = useTranslations();
  return (
    <ol className={classes['list']}>
      {lines.map(({ request, who, href }) => (
        <li key={request.requestId} className={classes['line']}>
          <Group justify="space-between" gap="sm" align="flex-start">
            <Stack gap={0}>
              <TextLink alone href={href}>
                {who}
              </TextLink>
              <Text size="sm">{t(`sharing.purposes.${request.purpose}`)}</Text>
              <Text size="sm" c="dimmed">
                {request.state === 'ASKED' || request.state === 'GRANTED'
                  ? t.rich(`sharing.requestLines.${request.state}`, {
                      time: () => (
                        <ZonedTime
                          at={request.state === 'ASKED' ? request.answerBy : request.until}
                        />
                      ),
                    })
                  : t.rich('sharing.requestLines.asked', {
                      time: () => <ZonedTime at={request.askedAt} />,
                    })}
              </Text>
            </Stack>
            <RequestBadge state={request.state} />
          </Group>
        </li>
      ))}
    </ol>
  );
}
