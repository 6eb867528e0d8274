// Another program opened a link to an account while the person was in the middle of something. It waits, and says so.

import { makeStyles } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { Action } from '../components/Action'
import { Notice } from '../components/Notice'

const useStyles = makeStyles({ bar: { padding: '16px 32px 0', maxWidth: '880px', boxSizing: 'border-box', marginInline: 'auto', '@media (max-width: 559px)': { paddingInline: '16px' } } })

export function LinkBar({ onShow }: { onShow: () => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  return (
    <div className={styles.bar}>
      <Notice
        testId="notice-link"
        title={t('scan.linkWaiting')}
        action={
          <Action size="small" onPress={onShow} testId="action-show-link">
            {t('scan.show')}
          </Action>
        }
      >
        {t('scan.linkWaitingText')}
      </Notice>
    </div>
  )
}
