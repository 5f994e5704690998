import { notFound } from 'next/navigation';

/** Every address that is no page: the answer is shown in the frame of the public pages. */
export default function UnknownPage() {
  notFound();
}
