import { hasUnreadAbout } from '../has-unread-about';
import type { NoticeReader } from '../notice-reader';
import { MarkAboutRead } from './mark-about-read';

/** Marks the notifications about a thing as read when its page is shown; nothing where there are none. */
export async function Seen({ by, about }: { by: NoticeReader; about: string }) {
  return (await hasUnreadAbout(by, about)) && <MarkAboutRead about={about} />;
}
