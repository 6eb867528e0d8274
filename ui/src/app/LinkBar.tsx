// Another program opened a link to an account while the person was in the middle of something. It waits, and says so.

import { useTranslation } from 'react-i18next'

import { Action } from '../components/Action'
import { Notice } from '../components/Notice'
import { TopBar } from './TopBar'

export function LinkBar({ onShow }: { onShow: () => void }) {
  const { t } = useTranslation()
  return (
    <TopBar>
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
    </TopBar>
  )
}
