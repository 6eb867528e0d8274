// An error in its place: title, next step, and the details for a help desk.

import { Link, MessageBar } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { Fault } from '../backend/fault'
import { useFormats } from '../state/format'
import { useStatus } from '../state/status'
import { DetailsToCopy, type Detail } from './DetailsToCopy'
import { useFaultWords } from './fault-words'
import { MessageWords, useBarStyles } from './MessageWords'

export interface FaultBarProps {
  fault: Fault
  /** A button that solves the problem. */
  action?: ReactNode
  intent?: 'error' | 'warning'
  /** The person of the error while no person is signed in. */
  user?: string
}

export function FaultBar({ fault, action, intent = 'error', user }: FaultBarProps) {
  const { t } = useTranslation()
  const styles = useBarStyles()
  const words = useFaultWords()(fault)
  const [open, setOpen] = useState(false)

  return (
    <MessageBar intent={intent} layout="multiline" role="alert" className={styles.bar} data-testid={`fault-${fault.code}`}>
      <MessageWords
        title={words.title}
        sentence={[words.detail, words.next].filter(Boolean).join(' ')}
        actions={
          <>
            {action}
            <Link as="button" type="button" inline aria-expanded={open} onClick={() => setOpen(!open)}>
              {t('common.viewDetails')}
            </Link>
          </>
        }
      >
        {open && <Details fault={fault} user={user} />}
      </MessageWords>
    </MessageBar>
  )
}

function Details({ fault, user }: { fault: Fault; user?: string }) {
  const { t } = useTranslation()
  const format = useFormats()
  const signedIn = useStatus()?.person?.userPrincipalName
  const rows: Detail[] = [[t('fault.code'), fault.code]]
  if (fault.correlationId) rows.push([t('fault.correlationId'), fault.correlationId])
  rows.push([t('fault.time'), format.dateTime(fault.time)])
  const who = user || signedIn
  if (who) rows.push([t('fault.userId'), who])
  return <DetailsToCopy rows={rows} />
}
