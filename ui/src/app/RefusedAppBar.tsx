// An app that the service refused, because it knows the wrong kind of password. Shown above every page, and as a desktop notification.

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { RefusedApp } from '../backend/app-passwords'
import { dismissRefusedApp } from '../backend/app-passwords'
import { showNotification } from '../backend/approvals'
import { Action } from '../components/Action'
import { Notice } from '../components/Notice'
import { useNow } from '../state/clock'
import { useFormats } from '../state/format'
import { TopBar } from './TopBar'

const useStyles = makeStyles({
  steps: { margin: '8px 0 0', paddingInlineStart: '24px', maxWidth: '75ch', lineHeight: tokens.lineHeightBase300 },
})

export interface RefusedAppBarProps {
  app: RefusedApp
  onCreate: () => void
}

export function RefusedAppBar({ app, onCreate }: RefusedAppBarProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const now = useNow(60_000)
  const [open, setOpen] = useState(false)
  const announced = useRef(new Set<string>())
  const title = t(`refusedApp.${app.sent}.title`)
  const client = [app.application, app.clientDevice, app.clientAddress].filter(Boolean).join(' · ')

  useEffect(() => {
    if (app.sent !== 'regular' || announced.current.has(app.id)) return
    announced.current.add(app.id)
    void showNotification(title, client).catch(() => undefined)
  }, [app.id, app.sent, title, client])

  return (
    <TopBar>
      <Notice
        intent="warning"
        testId="notice-refused-app"
        title={title}
        action={
          <>
            <Action size="small" appearance="subtle" onPress={() => void dismissRefusedApp(app.id).catch(() => undefined)} testId="action-dismiss-refused-app">
              {t('common.close')}
            </Action>
            <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)} data-testid="action-refused-app-steps">
              {t('refusedApp.steps')}
            </Button>
            <Action size="small" appearance="primary" onPress={onCreate} testId="action-create-for-refused-app">
              {t('refusedApp.create')}
            </Action>
          </>
        }
        more={
          open && (
            <ol className={styles.steps} data-testid="refused-app-steps">
              <li>{t('refusedApp.step.create')}</li>
              <li>{t('refusedApp.step.clear')}</li>
              <li>{t('refusedApp.step.restart')}</li>
              <li>{t('refusedApp.step.signIn')}</li>
              <li>{t('refusedApp.step.notYours')}</li>
            </ol>
          )
        }
      >
        {t('refusedApp.where', { client, time: format.ago(app.time, now) })} {t(`refusedApp.${app.sent}.text`)}
      </Notice>
    </TopBar>
  )
}
