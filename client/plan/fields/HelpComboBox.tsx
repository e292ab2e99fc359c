import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { Goal } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { addResource, linkResource } from '#shared/documents/plan/resources.ts';
import { type ResourceDomain, resourceDomain } from '#shared/domain/codes.ts';
import { useDoc, usePlan, useT } from '../../app/context.ts';
import { onEscape } from '../../ui/composing.ts';
import { ChevronDown } from '../../ui/icons.ts';
import { InBoth } from '../../ui/text/InBoth.tsx';
import { inParts, type Part, plainWords, planWords } from '../../ui/text/in-parts.ts';
import { DomainIcon, domainColours } from '../cards/ResourceChip.tsx';
import styles from './HelpPicker.module.css';
import { useDraft } from './useDraft.ts';

export interface HelpPickerProps {
  goal: Pick<Goal, 'id' | 'number'>;
  autoFocus?: boolean;
  /** After linking, and on Escape. */
  onClose?: () => void;
}

interface Option {
  id: string;
  domain: ResourceDomain;
  text: Part[];
}

const NEW = 'new:';

/** "Was hilft dabei?": a strength of the map, or a new one by typing it. */
export function HelpComboBox({ goal, autoFocus = false, onClose }: HelpPickerProps) {
  const t = useT();
  const doc = useDoc();
  const [typed, setTyped] = useDraft(`help ${goal.id}`);
  const options = useOptions(goal.id, typed);
  const choose = (key: string | number | null): void => {
    if (typeof key !== 'string') {
      return;
    }
    if (key.startsWith(NEW)) {
      const domain = key.slice(NEW.length) as ResourceDomain;
      addResource(doc, { domain, title: typed.trim(), supports: [goal.id] }, ORIGIN.list);
    } else {
      linkResource(doc, key, goal.id, true, ORIGIN.list);
    }
    setTyped('');
    onClose?.();
  };
  return (
    <ComboBox
      className={styles['picker'] ?? ''}
      menuTrigger="focus"
      items={options}
      inputValue={typed}
      onInputChange={setTyped}
      value={null}
      onChange={choose}
      allowsCustomValue
      allowsEmptyCollection
      data-testid="help-picker"
      onKeyDown={onEscape(() => onClose?.())}
    >
      <Label className={styles['label'] ?? ''}>{t('outline.what_helps')}</Label>
      <div className={styles['line']}>
        <Input
          autoFocus={autoFocus}
          className={styles['input'] ?? ''}
          placeholder={t('outline.help_placeholder')}
          data-testid="help-input"
        />
        <Button className={styles['open'] ?? ''} aria-label={t('outline.help_open')}>
          <ChevronDown />
        </Button>
      </div>
      <Popover className={styles['popover'] ?? ''}>
        <ListBox<Option> className={styles['options'] ?? ''} renderEmptyState={() => t('outline.help_empty')}>
          {(option) => (
            <ListBoxItem
              id={option.id}
              textValue={plainWords(option.text)}
              className={styles['option'] ?? ''}
            >
              <span style={domainColours(option.domain)} className={styles['sign']}>
                <DomainIcon domain={option.domain} />
              </span>
              <span>
                <InBoth parts={option.text} />
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function useOptions(goalId: string, typed: string): Option[] {
  const t = useT();
  const { resources } = usePlan();
  const wanted = typed.trim();
  const known = resources
    .filter(({ supports }) => !supports.includes(goalId))
    .filter(({ title }) => title.toLocaleLowerCase().includes(wanted.toLocaleLowerCase()))
    .map(({ id, domain, title }): Option => ({ id, domain, text: inParts(planWords(title)) }));
  const fresh = resourceDomain.map(
    (domain): Option => ({
      id: NEW + domain,
      domain,
      text: inParts(
        t('outline.help_new', { title: planWords(wanted), domain: t(`code.resourceDomain.${domain}`) }),
      ),
    }),
  );
  return wanted === '' ? known : [...known, ...fresh];
}
