import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';

const Home = lazy(() => import('./pages/Home'));
const SessionRoot = lazy(() => import('./pages/SessionRoot'));
const Login = lazy(() => import('./pages/Login'));
const Register = lazy(() => import('./pages/Register'));
const ProviderReturn = lazy(() => import('./pages/ProviderReturn'));
const VerifyEmail = lazy(() => import('./pages/VerifyEmail'));
const ForgotPassword = lazy(() => import('./pages/ForgotPassword'));
const ResetPassword = lazy(() => import('./pages/ResetPassword'));
const AppLayout = lazy(() => import('./components/layout/AppLayout'));
const Dashboard = lazy(() => import('./pages/Dashboard'));
const CodeReview = lazy(() => import('./pages/CodeReview'));
const Review = lazy(() => import('./pages/Review'));
const Transcript = lazy(() => import('./pages/Transcript'));
const Compare = lazy(() => import('./pages/Compare'));
const History = lazy(() => import('./pages/History'));
const Projects = lazy(() => import('./pages/Projects'));
const ProjectDetails = lazy(() => import('./pages/ProjectDetails'));
const Workflows = lazy(() => import('./pages/Workflows'));
const Workflow = lazy(() => import('./pages/Workflow'));
const Rules = lazy(() => import('./pages/Rules'));
const Rule = lazy(() => import('./pages/Rule'));
const Administration = lazy(() => import('./pages/Administration'));
const Settings = lazy(() => import('./pages/Settings'));
const NotFound = lazy(() => import('./pages/NotFound'));

/** Every address of the application; each page is a chunk of its own. */
export function AppRoutes() {
  return (
    <Suspense fallback={null}>
      <Routes>
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
      </Routes>
    </Suspense>
  );
}
