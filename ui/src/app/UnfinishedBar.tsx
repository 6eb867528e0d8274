// Something half done waits on the Security page: what, and the way back.

import { useTranslation } from 'react-i18next'

import { Action } from '../components/Action'
import { Notice } from '../components/Notice'
import { TopBar } from './TopBar'

export function UnfinishedBar({ what, onBack }: { what: 'signIn' | 'registration'; onBack: () => void }) {
  const { t } = useTranslation()
  return (
    <TopBar>
      <Notice
        testId="notice-unfinished"
        title={t(`unfinished.${what}`)}
        action={
          <Action size="small" onPress={onBack} testId="action-back-to-unfinished">
            {t('unfinished.back')}
          </Action>
        }
      >
        {t('unfinished.text')}
      </Notice>
    </TopBar>
  )
}
