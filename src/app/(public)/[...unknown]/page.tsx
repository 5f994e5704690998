import { notFound } from 'next/navigation';

/** Every address that is no page: the answer stands in the frame of the public pages. */
export default function UnknownPage() {
  notFound();
}
