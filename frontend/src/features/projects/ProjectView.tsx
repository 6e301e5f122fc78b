import { ExternalLink } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { PageHeader } from '@/components/common/PageHeader';
import { Badge } from '@/components/ui/badge';
import { buttonVariants } from '@/components/ui/button';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import { m } from '@/i18n/messages';
import type { Project } from '@/types/review';
import { languageLabel } from '@/utils/languages';
import { ProjectOverview } from './ProjectOverview';
import { ProjectReviews } from './ProjectReviews';
import { ProjectSettings } from './ProjectSettings';

const p = m.projects;
const tabs = ['overview', 'reviews', 'settings'] as const;

/** One project; the address says which tab is open. */
export function ProjectView({ project }: { project: Project }) {
  const [search, setSearch] = useSearchParams();
  const tab = tabs.find((known) => known === search.get('tab')) ?? tabs[0];
  return (
    <>
      <PageHeader title={project.name} description={project.description}>
        {project.language && <Badge>{languageLabel(project.language)}</Badge>}
        {project.repository_url && (
          <a
            href={project.repository_url}
            target="_blank"
            rel="noreferrer noopener"
            className={buttonVariants({ variant: 'outline' })}
          >
            <ExternalLink aria-hidden />
            {new URL(project.repository_url).host}
          </a>
        )}
        <Link to={`/reviews/new?project=${project.id}`} className={buttonVariants()}>
          {p.newReview}
        </Link>
      </PageHeader>
      <Tabs
        value={tab}
        onValueChange={(next) => setSearch(next === tabs[0] ? {} : { tab: next }, { replace: true })}
        className="min-w-0"
      >
        <TabsList className="px-4 md:px-6">
          {tabs.map((name) => (
            <TabsTrigger key={name} value={name}>
              {p.tabs[name]}
            </TabsTrigger>
          ))}
        </TabsList>
        <TabsContent value="overview">
          <ProjectOverview project={project} />
        </TabsContent>
        <TabsContent value="reviews">
          <ProjectReviews projectId={project.id} />
        </TabsContent>
        <TabsContent value="settings">
          <ProjectSettings project={project} />
        </TabsContent>
      </Tabs>
    </>
  );
}
