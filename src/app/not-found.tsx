import { NothingHere } from './nothing-here';
import { PublicFrame } from './public-frame';

/** Also what a portal's layout answers to another role: that layout cannot show a frame of its own. */
export default function NotFound() {
  return (
    <PublicFrame>
      <NothingHere />
    </PublicFrame>
  );
}
