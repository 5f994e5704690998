import { pageTitle } from '@/app/page-title';
import { NotMeForm } from '@/accounts/ui/not-me-form';

export const generateMetadata = pageTitle('accounts.notMeForm.title');

export default NotMeForm;
