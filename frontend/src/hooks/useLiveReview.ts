import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useReducer } from 'react';
import { m } from '@/i18n/messages';
import { tellOfEnd } from '@/services/endNotice';
import { JobSocket } from '@/services/jobSocket';
import { foldEvents, nothingYet, type LiveReview, type NumberedEvent } from '@/services/reviewEvents';
import { useConnectionStore } from '@/store/connectionStore';
import type { ReviewStatus } from '@/types/review';
import { fetchEventsAfter, hasEnded, refreshReview } from './useReview';

/** Tells whoever looks elsewhere. */
function tell(status: ReviewStatus | null): void {
  if (!status || !hasEnded(status.status)) return;
  const workflow = m.workflow[status.workflow] ?? status.workflow;
  tellOfEnd(status.job_id, m.running.ended(workflow, m.status[status.status]));
}

/** Watches a review that has not ended: all its events so far, then each as it happens. */
export function useLiveReview(jobId: string): LiveReview {
  const queries = useQueryClient();
  const setConnection = useConnectionStore((connection) => connection.set);
  const [live, fold] = useReducer(
    (state: LiveReview, events: readonly NumberedEvent[]) => foldEvents(state, events),
    nothingYet,
  );

  useEffect(() => {
    let left = false;
    const socket = new JobSocket({
      path: `/api/v1/ws/${jobId}`,
      fetchAfter: (seq) => fetchEventsAfter(jobId, seq),
      onEvents: fold,
      onState: (state) => {
        setConnection(state);
        if (state === 'closed' && !left) void refreshReview(queries, jobId).then(tell);
      },
    });
    socket.start();
    return () => {
      left = true;
      socket.stop();
      setConnection(null);
    };
  }, [jobId, queries, setConnection]);

  return live;
}
