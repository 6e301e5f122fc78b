import { BrowserRouter } from 'react-router';
import { ErrorBoundary } from './components/common/ErrorBoundary';
import { AppRoutes } from './router';

export function App() {
  return (
    <ErrorBoundary>
      <BrowserRouter>
        <AppRoutes />
      </BrowserRouter>
    </ErrorBoundary>
  );
}
