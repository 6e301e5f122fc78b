import { useMutation } from '@tanstack/react-query';
import { fetchReport, type ReportFormat } from '@/hooks/useReview';
import { m } from '@/i18n/messages';
import { problemOf } from '@/services/problem';
import { toast } from '@/store/toastStore';
import { download } from '@/utils/download';

const kinds: Record<ReportFormat, readonly [ending: string, type: string]> = {
  sarif: ['sarif', 'application/sarif+json'],
  markdown: ['md', 'text/markdown'],
};

/** Fetches the server's report in a form and hands it over as a file. */
export function useReportDownload(jobId: string) {
  return useMutation({
    mutationFn: (format: ReportFormat) => fetchReport(jobId, format),
    onSuccess: (text, format) => {
      const [ending, type] = kinds[format];
      download(`review-${jobId.slice(0, 8)}.${ending}`, type, text);
    },
    onError: (error) => {
      const { requestId } = problemOf(error);
      const id = requestId ? ` ${m.errors.requestId} ${requestId}` : '';
      toast({ kind: 'failed', text: `${m.results.exports.failed}.${id}` });
    },
  });
}
