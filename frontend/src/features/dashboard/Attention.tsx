import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { GateIcon } from '@/components/common/GateLabel';
import { Card, CardContent, CardHeader } from '@/components/ui/card';
import { useProfile } from '@/hooks/useSession';
import { m } from '@/i18n/messages';
import type { Overview } from '@/types/review';

const d = m.dashboard;

/** What somebody should look at. */
export function Attention({ overview: { total, from, to } }: { overview: Overview }) {
  const profile = useProfile();
  const period = `from=${from}&to=${to}`;
  const { gate, failed } = total;
  const unconfirmed = profile.data?.email_verified === false;
  const nothing = gate.failed + gate.incomplete + failed === 0 && !unconfirmed;
  return (
    <Card>
      <CardHeader title={d.attention} />
      <CardContent>
        <ul className="grid gap-2 text-sm">
          {gate.failed > 0 && (
            <Item icon={<GateIcon gate="failed" />} to={`/history?status=completed&${period}`}>
              {d.failedGates(gate.failed)}
            </Item>
          )}
          {gate.incomplete > 0 && (
            <Item icon={<GateIcon gate="incomplete" />} to={`/history?status=completed&${period}`}>
              {d.incompleteGates(gate.incomplete)}
            </Item>
          )}
          {failed > 0 && (
            <Item
              icon={<CircleX aria-hidden className="size-4 shrink-0 text-destructive" />}
              to={`/history?status=failed&${period}`}
            >
              {d.failedReviews(failed)}
            </Item>
          )}
          {unconfirmed && (
            <Item
              icon={<TriangleAlert aria-hidden className="size-4 shrink-0 text-warning" />}
              to="/settings/profile"
            >
              {m.nav.unverified}
            </Item>
          )}
          {nothing && (
            <li className="flex items-center gap-2 text-muted-foreground">
              <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />
              {d.nothingWrong}
            </li>
          )}
        </ul>
      </CardContent>
    </Card>
  );
}

function Item({ icon, to, children }: { icon: ReactNode; to: string; children: ReactNode }) {
  return (
    <li className="flex items-start gap-2">
      <span className="mt-0.5">{icon}</span>
      <Link to={to} className="min-w-0 hover:underline">
        {children}
      </Link>
    </li>
  );
}
