import type { Metadata } from 'next';
import { ForgotPasswordForm } from '@/accounts/ui/forgot-password-form';

export const metadata: Metadata = { title: 'Forgotten password' };

export default ForgotPasswordForm;
