import { useT } from '../app/context.ts';
import { ButtonLink } from '../ui/controls/Button.tsx';
import { Phone } from '../ui/icons.ts';

/** Calls the facilitator; not there without a number. */
export function CallButton({ name, phone }: { name: string; phone: string | null }) {
  const t = useT();
  return phone ? (
    <ButtonLink
      className="access-big"
      href={`tel:${phone.replace(/[^+\d]/g, '')}`}
      size="big"
      wide
      icon={<Phone aria-hidden="true" />}
    >
      {t('access.call', { facilitator: name })}
    </ButtonLink>
  ) : null;
}
