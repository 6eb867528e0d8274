// A request that was put aside still waits.

import { useTranslation } from 'react-i18next'

import { Action } from '../components/Action'
import { Notice } from '../components/Notice'
import { TopBar } from './TopBar'

export function AsideBar({ onShow }: { onShow: () => void }) {
  const { t } = useTranslation()
  return (
    <TopBar>
      <Notice
        testId="notice-aside"
        title={t('approvals.asideTitle')}
        action={
          <Action size="small" onPress={onShow} testId="action-show-request">
            {t('common.show')}
          </Action>
        }
      />
    </TopBar>
  )
}
