// The accounts that would be added: each with its verdict, and editable names.

import { Badge, Checkbox, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { FaultBar } from '../../../components/FaultBar'
import { useFieldFaults } from '../../../components/field-faults'
import { needsSecondKey, SecondKeyAction } from '../../../components/vault/SecondKeyAction'
import { nameOf } from '../account-names'
import { useMaking } from './making'
import { NAME_FAULTS } from './link-faults'
import { Incomplete } from '../scan/Incomplete'
import type { Drafts, Entry } from './use-drafts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', rowGap: '8px' },
  draft: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    padding: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px', rowGap: '4px', overflowWrap: 'anywhere' },
  names: { display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: '12px', rowGap: '8px', '@media (max-width: 559px)': { gridTemplateColumns: '1fr' } },
  soft: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  title: { fontWeight: tokens.fontWeightSemibold },
})

export function DraftList({ drafts, onKept }: { drafts: Drafts; onKept: () => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { entries, refused, missing, change } = drafts
  if (entries.length === 0) return null
  // All of them need the second copy of the key.
  const keyNeeded = entries.find(({ fault }) => needsSecondKey(fault))?.fault
  const title = entries.length > 1 ? t('authenticator.adding.foundSeveral', { number: entries.length }) : t('authenticator.adding.found')
  return (
    <>
      <Text className={styles.title} role="status">
        {title}
      </Text>
      {keyNeeded && <FaultBar fault={keyNeeded} action={<SecondKeyAction onKept={onKept} />} />}
      <Incomplete missing={missing} refused={refused} />
      <ul className={styles.list} aria-label={title}>
        {entries.map((entry) => (
          <Draft
            key={entry.draft.draftId}
            entry={entry}
            several={entries.length > 1}
            onChange={(changed) => change(entry.draft.draftId, changed)}
          />
        ))}
      </ul>
    </>
  )
}

function Draft({ entry, several, onChange }: { entry: Entry; several: boolean; onChange: (change: Partial<Entry>) => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const making = useMaking()
  const { draft, issuer, account, chosen, fault } = entry
  const name = nameOf(draft)
  const faults = useFieldFaults({ fault, clear: () => undefined }, { account: NAME_FAULTS })
  return (
    <li className={styles.draft} data-testid="draft" data-already-there={draft.alreadyThere}>
      <div className={styles.head}>
        {several ? (
          <Checkbox
            label={name}
            aria-label={t('authenticator.adding.include', { name })}
            checked={chosen}
            disabled={draft.alreadyThere}
            onChange={(_, { checked }) => onChange({ chosen: checked === true })}
          />
        ) : (
          <Text>{name}</Text>
        )}
        {draft.alreadyThere && (
          <Badge appearance="tint" color="informative">
            {t('authenticator.adding.alreadyThere')}
          </Badge>
        )}
      </div>
      <Text className={styles.soft}>{making(draft)}</Text>
      {draft.warnings.map((warning) => (
        <Text key={warning} className={styles.warning}>
          {t(`authenticator.adding.warnings.${warning}`)}
        </Text>
      ))}
      {faults.bar && !needsSecondKey(faults.bar) && <FaultBar fault={faults.bar} />}
      {chosen && (
        <div className={styles.names}>
          <Field label={t('authenticator.adding.issuer')}>
            <Input data-testid="field-issuer" value={issuer} autoComplete="off" onChange={(_, { value }) => onChange({ issuer: value })} />
          </Field>
          <Field label={t('authenticator.adding.account')} {...faults.at('account')}>
            <Input data-testid="field-account" value={account} autoComplete="off" spellCheck={false} onChange={(_, { value }) => onChange({ account: value })} />
          </Field>
        </div>
      )}
    </li>
  )
}
