import './app/no-eval.ts';
import { createRoot } from 'react-dom/client';
import './ui/base.css';
import './app/app.css';
import { App } from './App.tsx';
import { keepFocus } from './app/keep-focus.ts';
import { applyTextSize } from './app/text-size.ts';
import { takeToken } from './lobby/token.ts';

// Before anything else runs: the token of a personal link must not stay in the address bar.
takeToken();
applyTextSize();
keepFocus();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(<App />);
}
