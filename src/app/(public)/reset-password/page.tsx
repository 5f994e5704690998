import type { Metadata } from 'next';
import { ResetPasswordForm } from '@/accounts/ui/reset-password-form';

export const metadata: Metadata = { title: 'Set a new password' };

export default ResetPasswordForm;
