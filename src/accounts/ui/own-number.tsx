import { useTranslations } from 'next-intl';
import { Text } from '@/components/plain/text';

/** A patient's own number, where a patient at a desk finds it on every page. */
export function OwnNumber({ number }: { number: string }) {
  const t = useTranslations();
  return (
    <Text size="sm">
      {t.rich('accounts.ownNumber.yours', {
        number,
        strong: (chunks) => <strong>{chunks}</strong>,
      })}
    </Text>
  );
}
