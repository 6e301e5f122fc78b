import { Bell, BellRing } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { m } from '@/i18n/messages';
import { canNotify, setWantsNotices, wantsNotices } from '@/services/endNotice';

/** Offers a notice of the system for the end of jobs; not there where the browser has none, or was told not to. */
export function NotifySwitch() {
  const [on, setOn] = useState(wantsNotices);
  if (!canNotify()) return null;
  const Icon = on ? BellRing : Bell;
  return (
    <Button
      variant="ghost"
      aria-pressed={on}
      title={m.running.notifyText}
      onClick={() => void setWantsNotices(!on).then(setOn)}
    >
      <Icon aria-hidden />
      <span className="max-md:sr-only">{on ? m.running.notified : m.running.notify}</span>
    </Button>
  );
}
