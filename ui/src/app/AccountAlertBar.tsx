// A change to the account that was made somewhere else. Shown above every page, and as a desktop notification.

import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { dismissAlert, type AccountAlert } from '../backend/activity'
import { showNotification } from '../backend/approvals'
import { Action } from '../components/Action'
import { Notice } from '../components/Notice'
import { useNow } from '../state/clock'
import { useFormats } from '../state/format'
import { TopBar } from './TopBar'

export interface AccountAlertBarProps {
  alert: AccountAlert
  onShow: () => void
}

export function AccountAlertBar({ alert, onShow }: AccountAlertBarProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const now = useNow(60_000)
  const announced = useRef(new Set<string>())
  const title = t(`activity.changes.${alert.change}`)
  const by = alert.changedBy === 'administrator' ? t('activity.by.administrator') : t('accountAlert.elsewhere')
  const about = [alert.name, by, alert.clientAddress].filter(Boolean).join(' · ')
  const close = () => void dismissAlert(alert.id).catch(() => undefined)

  useEffect(() => {
    if (announced.current.has(alert.id)) return
    announced.current.add(alert.id)
    void showNotification(title, about).catch(() => undefined)
  }, [alert.id, title, about])

  return (
    <TopBar>
      <Notice
        intent="warning"
        testId="notice-account-alert"
        title={title}
        action={
          <>
            <Action size="small" appearance="subtle" onPress={close} testId="action-dismiss-alert">
              {t('common.close')}
            </Action>
            <Action
              size="small"
              appearance="primary"
              onPress={() => {
                close()
                onShow()
              }}
              testId="action-show-alert"
            >
              {t('accountAlert.show')}
            </Action>
          </>
        }
      >
        {t('accountAlert.where', { about, time: format.ago(alert.time, now) })} {t('accountAlert.text')}
      </Notice>
    </TopBar>
  )
}
