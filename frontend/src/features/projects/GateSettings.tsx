import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { InlineError } from '@/components/common/ErrorState';
import { Button } from '@/components/ui/button';
import { Card, CardContent, CardHeader } from '@/components/ui/card';
import { Input } from '@/components/ui/input';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { useUpdateProject } from '@/hooks/useProjects';
import { m } from '@/i18n/messages';
import { toast } from '@/store/toastStore';
import type { Project, QualityGate } from '@/types/review';
import {
  edited,
  gateMetrics,
  gateOf,
  isLimit,
  isScore,
  unusedMetric,
  type EditedCondition,
  type GateMetric,
} from './gate';

const g = m.projects.gate;

/** The conditions that the project's reviews are judged by. */
export function GateSettings({ project }: { project: Project }) {
  const update = useUpdateProject(project.id);
  const [conditions, setConditions] = useState(edited(project.quality_gate));
  const gate = gateOf(conditions);
  const changed = JSON.stringify(conditions) !== JSON.stringify(edited(project.quality_gate));
  const spare = unusedMetric(conditions);

  const save = (next: QualityGate | null): void =>
    update.mutate(
      { quality_gate: next },
      {
        onSuccess: (saved) => {
          setConditions(edited(saved.quality_gate));
          toast({ kind: 'done', text: m.projects.saved });
        },
      },
    );
  const replace = (index: number, next: EditedCondition): void =>
    setConditions(conditions.map((condition, at) => (at === index ? next : condition)));

  return (
    <Card>
      <CardHeader title={g.title} description={g.text} />
      <CardContent className="grid justify-items-start gap-3">
        {project.quality_gate.is_default && !changed && <p className="text-sm">{g.default}</p>}
        {conditions.length === 0 ? (
          <p className="text-sm text-muted-foreground">{g.none}</p>
        ) : (
          <ul className="grid w-full gap-2">
            {conditions.map((condition, index) => (
              <li key={condition.metric}>
                <ConditionRow
                  condition={condition}
                  taken={conditions.map(({ metric }) => metric)}
                  onChange={(next) => replace(index, next)}
                  onRemove={() => setConditions(conditions.filter((_, at) => at !== index))}
                />
              </li>
            ))}
          </ul>
        )}
        {spare && (
          <Button
            variant="outline"
            size="sm"
            onClick={() =>
              setConditions([...conditions, { metric: spare, threshold: isScore(spare) ? '7' : '0' }])
            }
          >
            <Plus aria-hidden />
            {g.add}
          </Button>
        )}
        {update.isError && <InlineError error={update.error} lead={m.projects.saveFailed} />}
        <div className="flex flex-wrap gap-2">
          <Button disabled={!changed || !gate || update.isPending} onClick={() => gate && save(gate)}>
            {update.isPending ? m.projects.saving : m.projects.save}
          </Button>
          {!project.quality_gate.is_default && (
            <Button variant="outline" disabled={update.isPending} onClick={() => save(null)}>
              {g.reset}
            </Button>
          )}
        </div>
      </CardContent>
    </Card>
  );
}

interface ConditionRowProps {
  condition: EditedCondition;
  taken: readonly GateMetric[];
  onChange: (next: EditedCondition) => void;
  onRemove: () => void;
}

function ConditionRow({ condition, taken, onChange, onRemove }: ConditionRowProps) {
  const { metric, threshold } = condition;
  const score = isScore(metric);
  return (
    <div className="flex items-center gap-2">
      <Select value={metric} onValueChange={(next) => onChange({ ...condition, metric: next as GateMetric })}>
        <SelectTrigger aria-label={g.metric} className="h-9 min-w-0 flex-1 sm:w-52 sm:flex-none">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          {gateMetrics
            .filter((other) => other === metric || (!taken.includes(other) && isScore(other) === score))
            .map((other) => (
              <SelectItem key={other} value={other}>
                {g.metrics[other]}
              </SelectItem>
            ))}
        </SelectContent>
      </Select>
      <span className="text-sm whitespace-nowrap text-muted-foreground">{score ? g.atLeast : g.atMost}</span>
      <Input
        aria-label={`${g.metrics[metric]}: ${g.threshold}`}
        type="number"
        inputMode="decimal"
        min={0}
        max={score ? 10 : undefined}
        step={score ? 0.5 : 1}
        value={threshold}
        aria-invalid={!isLimit(metric, threshold)}
        className="tabular w-18 px-2 sm:w-24"
        onChange={(event) => onChange({ ...condition, threshold: event.target.value })}
      />
      <Button variant="ghost" size="icon" aria-label={g.remove(g.metrics[metric])} onClick={onRemove}>
        <Trash2 aria-hidden />
      </Button>
    </div>
  );
}
