import { isValidElement, lazy, Suspense, type ComponentType } from 'react';
import { createRoutesFromElements, matchRoutes, Route, useRoutes } from 'react-router';

/** A component whose script is fetched when it is first shown, or before by {@link fetchScripts}. */
function later(fetch: () => Promise<{ default: ComponentType }>) {
  return Object.assign(lazy(fetch), { fetch });
}

type Later = ReturnType<typeof later>;

const Home = later(() => import('./pages/Home'));
const SessionRoot = later(() => import('./pages/SessionRoot'));
const Login = later(() => import('./pages/Login'));
const Register = later(() => import('./pages/Register'));
const ProviderReturn = later(() => import('./pages/ProviderReturn'));
const VerifyEmail = later(() => import('./pages/VerifyEmail'));
const ForgotPassword = later(() => import('./pages/ForgotPassword'));
const ResetPassword = later(() => import('./pages/ResetPassword'));
const AppLayout = later(() => import('./components/layout/AppLayout'));
const Dashboard = later(() => import('./pages/Dashboard'));
const CodeReview = later(() => import('./pages/CodeReview'));
const Review = later(() => import('./pages/Review'));
const Transcript = later(() => import('./pages/Transcript'));
const Compare = later(() => import('./pages/Compare'));
const History = later(() => import('./pages/History'));
const Projects = later(() => import('./pages/Projects'));
const ProjectDetails = later(() => import('./pages/ProjectDetails'));
const Workflows = later(() => import('./pages/Workflows'));
const Workflow = later(() => import('./pages/Workflow'));
const Rules = later(() => import('./pages/Rules'));
const Rule = later(() => import('./pages/Rule'));
const Administration = later(() => import('./pages/Administration'));
const Settings = later(() => import('./pages/Settings'));
const NotFound = later(() => import('./pages/NotFound'));

/** Every address of the application; each page is a script of its own. */
const routes = createRoutesFromElements(
  <>
    <Route index element={<Home />} />
    <Route element={<SessionRoot />}>
      <Route path="login" element={<Login />} />
      <Route path="register" element={<Register />} />
      <Route path="auth/callback/:provider" element={<ProviderReturn />} />
      <Route path="verify-email" element={<VerifyEmail />} />
      <Route path="forgot-password" element={<ForgotPassword />} />
      <Route path="reset-password" element={<ResetPassword />} />
      <Route element={<AppLayout />}>
        <Route path="dashboard" element={<Dashboard />} />
        <Route path="reviews/new" element={<CodeReview />} />
        <Route path="reviews/:jobId" element={<Review />} />
        <Route path="reviews/:jobId/compare" element={<Compare />} />
        <Route path="reviews/:jobId/transcript" element={<Transcript />} />
        <Route path="runs/:jobId" element={<Review />} />
        <Route path="projects" element={<Projects />} />
        <Route path="projects/:projectId" element={<ProjectDetails />} />
        <Route path="history" element={<History />} />
        <Route path="workflows" element={<Workflows />} />
        <Route path="workflows/:name" element={<Workflow />} />
        <Route path="rules" element={<Rules />} />
        <Route path="rules/:language/:name" element={<Rule />} />
        <Route path="administration" element={<Administration />} />
        <Route path="settings/:section?" element={<Settings />} />
      </Route>
    </Route>
    <Route path="*" element={<NotFound />} />
  </>,
);

export function AppRoutes() {
  return <Suspense fallback={null}>{useRoutes(routes)}</Suspense>;
}

/** Asks at once for all that an address shows: each frame asks for what is in it only when it runs itself. */
export function fetchScripts(pathname: string): void {
  for (const { route } of matchRoutes(routes, pathname) ?? []) {
    // What cannot be fetched now is asked for again when it is shown, and missed there.
    if (isValidElement(route.element)) (route.element.type as Later).fetch().catch(() => undefined);
  }
}
