import { type AccountRole, accountRole } from '#shared/access/account-roles.ts';
import { useT } from '../../app/context.ts';
import { Field } from '../../ui/controls/Field.tsx';
import styles from './People.module.css';

interface RoleFieldProps {
  label: string;
  value: AccountRole;
  onChange: (role: AccountRole) => void;
}

/** One of the roles of an account, with what it may do below. */
export function RoleField({ label, value, onChange }: RoleFieldProps) {
  const t = useT();
  return (
    <Field label={label} hint={t(`accounts.may.${value}`)}>
      {(ids) => (
        <select
          {...ids}
          className={styles['select']}
          value={value}
          onChange={({ target }) => onChange(accountRole.find((role) => role === target.value) ?? value)}
        >
          {accountRole.map((role) => (
            <option key={role} value={role}>
              {t(`accounts.role.${role}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
