import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { fetchScripts } from './router';
import { registerServiceWorker } from './services/serviceWorker';
import './store/uiStore'; // follows the system's theme on every page
import { useUpdateStore } from './store/updateStore';
import './index.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
fetchScripts(window.location.pathname);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

registerServiceWorker((takeOver) => useUpdateStore.setState({ takeOver }));
