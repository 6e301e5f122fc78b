import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useReducer } from 'react';
import { JobSocket } from '@/services/jobSocket';
import { foldEvents, nothingYet, type LiveReview, type NumberedEvent } from '@/services/reviewEvents';
import { useConnectionStore } from '@/store/connectionStore';
import { fetchEventsAfter, refreshReview } from './useReview';

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
        if (state === 'closed' && !left) void refreshReview(queries, jobId);
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
