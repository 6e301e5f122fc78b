import { FileCode } from 'lucide-react';
import { useNavigate } from 'react-router';
import { Keys } from '@/components/common/Keys';
import { Command, type CommandItem } from '@/components/ui/command';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { useHistory } from '@/hooks/useHistory';
import { useNow } from '@/hooks/useNow';
import { formatAgo } from '@/i18n/format';
import { m } from '@/i18n/messages';
import { useCommandStore } from '@/store/commandStore';
import { jobName } from '@/utils/repositories';
import { addressOfJob } from '@/utils/workflows';

const words = m.commands;
const review = 'review ';

/** Every command of the frame and the page, and the newest reviews, found by typing. */
export default function CommandPalette() {
  const navigate = useNavigate();
  const { sets, showPalette } = useCommandStore();
  const history = useHistory({ limit: 20 });
  const now = useNow(60_000);
  const commands = sets.toReversed().flat(); // what the page can do comes first
  const items: CommandItem[] = [
    ...commands
      .filter(({ keyOnly }) => !keyOnly)
      .map(({ id, label, group, keywords, keys }) => ({
        id,
        label,
        group,
        keywords,
        aside: keys && <Keys keys={keys} />,
      })),
    ...(history.data?.items ?? []).map((job) => ({
      id: review + job.job_id,
      label: jobName(job),
      group: words.groups.recent,
      keywords: `${job.job_id} ${m.status[job.status]}`,
      icon: <FileCode aria-hidden />,
      aside: `${m.status[job.status]}, ${formatAgo(job.created_at, now)}`,
    })),
  ];

  const choose = (id: string): void => {
    showPalette(false);
    const job = history.data?.items.find(({ job_id }) => id === review + job_id);
    if (job) void navigate(addressOfJob(job.workflow, job.job_id));
    else commands.find((command) => command.id === id)?.run();
  };

  return (
    <Dialog open onOpenChange={showPalette}>
      <DialogContent
        title={words.palette}
        closeLabel={words.close}
        hideTitle
        className="w-[min(40rem,calc(100vw-2rem))]"
      >
        <Command
          items={items}
          label={words.search}
          placeholder={words.placeholder}
          empty={words.empty}
          onChoose={choose}
        />
      </DialogContent>
    </Dialog>
  );
}
