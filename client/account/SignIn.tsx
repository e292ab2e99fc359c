import { type SubmitEvent, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useT } from '../app/context.ts';
import { useTitle } from '../app/title.ts';
import page from '../home/Page.module.css';
import { StartHeader } from '../home/StartHeader.tsx';
import { Button } from '../ui/controls/Button.tsx';
import { TextField } from '../ui/controls/Field.tsx';
import { Notice } from '../ui/feedback/Notice.tsx';
import { keepEmail, keptEmail } from './kept-email.ts';
import { PasskeyEntry } from './passkeys/PasskeyEntry.tsx';
import styles from './SignIn.module.css';
import { SignInCode } from './SignInCode.tsx';
import { SignInPasskey } from './SignInPasskey.tsx';
import { type SignInOutcome, signIn } from './sign-in.ts';

/** `/anmelden`: staff sign in with e-mail and password. */
export function SignIn() {
  const t = useT();
  useTitle(t('start.sign_in'));
  const [, go] = useLocation();
  const form = useRef<HTMLFormElement>(null);
  const [outcome, setOutcome] = useState<SignInOutcome | 'busy' | null>(null);
  const [missing, setMissing] = useState({ email: false, password: false });

  function leave(): void {
    keepEmail('');
    go('/heute');
  }

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const data = new FormData(form.current ?? undefined);
    const email = String(data.get('email') ?? '').trim();
    const password = String(data.get('password') ?? '');
    setMissing({ email: !email.includes('@'), password: password === '' });
    if (!email.includes('@') || password === '') {
      focusField(form.current, email.includes('@') ? 'password' : 'email');
      return;
    }
    setOutcome('busy');
    const came = await signIn(email, password);
    setOutcome(came);
    if (came === 'done') {
      leave();
    } else if (came === 'wrong') {
      focusField(form.current, 'password');
    }
  }

  if (outcome === 'code') {
    return <SignInCode onDone={leave} onOver={() => setOutcome(null)} />;
  }
  if (outcome === 'passkey') {
    return <SignInPasskey onDone={leave} onOver={() => setOutcome(null)} />;
  }
  const problem = outcome !== null && outcome !== 'busy' && outcome !== 'done' ? outcome : null;
  return (
    <>
      <StartHeader />
      <main className={page['narrow']}>
        <h1 className={page['title']}>{t('start.sign_in')}</h1>
        <p className={page['lead']}>{t('start.sign_in_lead')}</p>
        <form ref={form} className={styles['form']} onSubmit={submit} noValidate>
          {problem ? (
            <Notice tone="err" announce="alert">
              {t(`start.problem.${problem}`)}
            </Notice>
          ) : null}
          <TextField
            label={t('start.email')}
            name="email"
            type="email"
            autoComplete="username webauthn"
            defaultValue={keptEmail()}
            onChange={({ target }) => keepEmail(target.value)}
            error={missing.email ? t('start.missing_email') : null}
          />
          <TextField
            label={t('start.password')}
            name="password"
            type="password"
            autoComplete="current-password"
            error={missing.password ? t('start.missing_password') : null}
          />
          <Button type="submit" variant="primary" size="big" busy={outcome === 'busy'}>
            {t('start.sign_in')}
          </Button>
        </form>
        <PasskeyEntry onDone={leave} />
        <p className={page['small']}>{t('start.sign_in_guest')}</p>
      </main>
    </>
  );
}

/** Puts the cursor where something has to be written; what stands there stays. */
function focusField(form: HTMLFormElement | null, name: string): void {
  form?.querySelector<HTMLInputElement>(`[name="${name}"]`)?.focus();
}
