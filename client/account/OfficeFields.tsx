import type { OfficeBody } from '#shared/api/account-bodies.ts';
import { useT } from '../app/context.ts';
import page from '../home/Page.module.css';
import { TextArea, TextField } from '../ui/controls/Field.tsx';
import styles from './SignIn.module.css';

export type OfficeField = keyof OfficeBody;

interface OfficeFieldsProps {
  values: Readonly<Record<string, string>>;
  onChange: (field: OfficeField, typed: string) => void;
  errors: ReadonlyMap<string, string>;
}

/** What families and colleagues are told: the office, whoever helps without belonging to it, complaints. */
export function OfficeFields({ values, onChange, errors }: OfficeFieldsProps) {
  const t = useT();
  const field = (name: OfficeField) => ({
    name,
    value: values[name] ?? '',
    onChange: ({ target }: { target: { value: string } }) => onChange(name, target.value),
    error: errors.get(name) ?? null,
  });
  return (
    <>
      <fieldset className={styles['group']}>
        <legend className={page['section']}>{t('accounts.office.title')}</legend>
        <TextField label={t('accounts.office.name')} autoComplete="organization" {...field('name')} />
        <TextArea label={t('accounts.office.address')} autoComplete="street-address" {...field('address')} />
        <div className={styles['pair']}>
          <TextField label={t('accounts.office.phone')} type="tel" autoComplete="tel" {...field('phone')} />
          <TextField label={t('accounts.office.email')} type="email" autoComplete="off" {...field('email')} />
        </div>
      </fieldset>
      <fieldset className={styles['group']}>
        <legend className={page['section']}>{t('accounts.office.ombuds')}</legend>
        <p className={page['small']}>{t('accounts.office.ombuds_lead')}</p>
        <div className={styles['pair']}>
          <TextField label={t('accounts.office.ombuds_name')} {...field('ombudsName')} />
          <TextField label={t('accounts.office.ombuds_phone')} type="tel" {...field('ombudsPhone')} />
        </div>
        <TextArea
          label={t('accounts.office.complaint')}
          hint={t('accounts.office.complaint_hint')}
          {...field('complaint')}
        />
      </fieldset>
    </>
  );
}
