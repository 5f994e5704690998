import type { Metadata } from 'next';
import { ConfirmEmailForm } from '@/accounts/ui/confirm-email-form';

export const metadata: Metadata = { title: 'Confirm your e-mail address' };

export default ConfirmEmailForm;
