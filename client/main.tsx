import { createRoot } from 'react-dom/client';
import './ui/base.css';
import './app/app.css';
import { App } from './App.tsx';
import { deviceLanguage } from './app/device/device-language.ts';
import { applyTextSize } from './app/device/text-size.ts';
import { keepFocus } from './app/keep-focus.ts';
import { keepBringing } from './app/locales.ts';
import { noteFailedStyles } from './app/styles.ts';
import { takeToken } from './lobby/token.ts';

// Before anything else runs: the token of a personal link must not stay in the address bar.
takeToken();
applyTextSize();
keepFocus();
noteFailedStyles();

const root = document.getElementById('root');
const unreachable = document.getElementById('unreachable');
if (root) {
  // Nothing is drawn before there are words for it. Without them only the page itself can speak.
  keepBringing(deviceLanguage.get(), {
    loaded: () => {
      unreachable?.remove();
      createRoot(root).render(<App />);
    },
    failed: () => unreachable?.removeAttribute('hidden'),
  });
}
