import type { Messages } from '@/generated/messages';
import type { AppLocale } from './catalogues';

declare module 'next-intl' {
  interface AppConfig {
    Locale: AppLocale;
    Messages: Messages;
  }
}
