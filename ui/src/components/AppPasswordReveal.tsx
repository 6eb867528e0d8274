// An app password, shown once: groups to read, and the copy button.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { copyAppPassword, type NewAppPassword } from '../backend/app-passwords'
import { useHold } from '../state/hold'
import { Action } from './Action'
import { useAway } from './use-away'
import { useCopy } from './use-copy'
import { FaultBar } from './FaultBar'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', rowGap: '12px', alignItems: 'flex-start' },
  groups: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    columnGap: '16px',
    rowGap: '4px',
    alignSelf: 'stretch',
    padding: '16px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '20px',
    lineHeight: '28px',
    userSelect: 'text',
  },
  hidden: { color: tokens.colorNeutralForeground3, letterSpacing: '2px' },
})

export interface AppPasswordRevealProps {
  password: NewAppPassword
  onCopied: () => void
}

export function AppPasswordReveal({ password, onCopied }: AppPasswordRevealProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const hidden = useAway()
  const [kept, setKept] = useState(false)
  useHold(kept ? null : 'appPassword')
  const { copied, fault, copy } = useCopy(async () => {
    await copyAppPassword(password.id)
    setKept(true)
    onCopied()
  })
  return (
    <div className={styles.column}>
      <Text>{t('appPassword.named', { name: password.displayName })}</Text>
      <div className={styles.groups} role="group" aria-label={t('appPassword.yours')} data-testid="app-password">
        {password.groups.map((group, index) =>
          hidden ? (
            <span key={index} className={styles.hidden} aria-hidden>
              ••••
            </span>
          ) : (
            <span key={index}>{group}</span>
          ),
        )}
      </div>
      {fault && <FaultBar fault={fault} />}
      <Action appearance="primary" onPress={copy} testId="action-copy-app-password" autoFocus>
        {copied ? t('common.copied') : t('appPassword.copy')}
      </Action>
      <Text>{t('appPassword.once')}</Text>
    </div>
  )
}
