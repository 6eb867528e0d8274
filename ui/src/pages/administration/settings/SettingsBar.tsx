// The number of unsaved changes, and what can be done with them. Always in view while there are some.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

import { Action } from '../../../components/Action'

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    bottom: '12px',
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    padding: '10px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow16,
  },
  count: { flexGrow: 1 },
  acts: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: '8px', marginLeft: 'auto' },
})

export interface SettingsBarProps {
  count: number
  /** Why they cannot be saved now. */
  blocked: string | null
  onDiscard: () => void
  onReview: () => void
}

export function SettingsBar({ count, blocked, onDiscard, onReview }: SettingsBarProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  // It would cover the field whose first change brings it up.
  useEffect(() => document.activeElement?.scrollIntoView({ block: 'nearest' }), [])
  return (
    <div className={styles.bar} role="group" aria-label={t('serviceSettings.unsaved')} data-testid="settings-bar">
      <Text className={styles.count} role="status">
        {t('serviceSettings.changes', { count })}
      </Text>
      <div className={styles.acts}>
        <Action onPress={onDiscard} testId="action-discard-settings">
          {t('serviceSettings.discard')}
        </Action>
        <Action appearance="primary" blocked={blocked} onPress={onReview} testId="action-review-settings">
          {t('serviceSettings.review')}
        </Action>
      </div>
    </div>
  )
}
