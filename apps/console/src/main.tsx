import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/tickets.css';
import './styles/summary.css';
import './styles/list.css';
import './styles/ticket.css';
import './styles/draft.css';
import './styles/check.css';
import './styles/access.css';
import './styles/policy.css';
import './styles/rules.css';
import './styles/acceptance.css';
import './styles/connections.css';
import './styles/proposals.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
