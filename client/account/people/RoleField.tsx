import { type AccountRole, accountRole } from '#shared/access/account-roles.ts';
import { useT } from '../../app/context.ts';
import { SelectField } from '../../ui/controls/Select.tsx';

interface RoleFieldProps {
  label: string;
  value: AccountRole;
  onChange: (role: AccountRole) => void;
}

/** One of the roles of an account, with what it may do below. */
export function RoleField({ label, value, onChange }: RoleFieldProps) {
  const t = useT();
  return (
    <SelectField
      label={label}
      hint={t(`accounts.may.${value}`)}
      value={value}
      options={accountRole.map((role) => ({ value: role, label: t(`accounts.role.${role}`) }))}
      onChange={(chosen) => onChange(accountRole.find((role) => role === chosen) ?? value)}
    />
  );
}
