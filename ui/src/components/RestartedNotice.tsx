// The process of this page crashed, and the shell restarted it: the person may have lost input.

import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { pageRestarted } from '../backend/app'
import { Action } from './Action'
import { Notice } from './Notice'

export function useRestarted(): { restarted: boolean; dismiss: () => void } {
  const [restarted, setRestarted] = useState(false)
  useEffect(() => {
    pageRestarted().then(setRestarted, () => undefined)
  }, [])
  return { restarted, dismiss: () => setRestarted(false) }
}

export function RestartedNotice({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Notice
      intent="warning"
      testId="notice-restarted"
      title={t('common.restarted')}
      action={
        <Action size="small" onPress={onClose} testId="action-close-restarted">
          {t('common.close')}
        </Action>
      }
    >
      {t('common.restartedText')}
    </Notice>
  )
}
