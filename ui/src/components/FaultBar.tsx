// What went wrong, where it went wrong: title, next step, and the details that a help desk asks for.

import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { copyText } from '../backend/app'
import type { Fault } from '../backend/fault'
import { useFormats } from '../state/format'
import { useFaultWords } from './fault-words'

const useStyles = makeStyles({
  // Fluent cuts message bars to one line where it can; ours are read whole.
  bar: { minHeight: 'auto', paddingBlock: '8px', alignItems: 'flex-start', flexShrink: 0 },
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  details: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: '12px',
    rowGap: '2px',
    margin: '8px 0 4px',
    fontSize: tokens.fontSizeBase200,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere', userSelect: 'text' },
  },
})

export interface FaultBarProps {
  fault: Fault
  /** A way out that is a button. */
  action?: ReactNode
  intent?: 'error' | 'warning'
}

export function FaultBar({ fault, action, intent = 'error' }: FaultBarProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const words = useFaultWords()(fault)
  const [open, setOpen] = useState(false)

  return (
    <MessageBar intent={intent} layout="multiline" role="alert" className={styles.bar} data-testid={`fault-${fault.code}`}>
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{words.title}</MessageBarTitle>
        {[words.detail, words.next].filter(Boolean).join(' ')}{' '}
        <Link as="button" inline aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('common.viewDetails')}
        </Link>
        {open && <Details fault={fault} />}
      </MessageBarBody>
      {action && <MessageBarActions>{action}</MessageBarActions>}
    </MessageBar>
  )
}

function Details({ fault }: { fault: Fault }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormats()
  const [copied, setCopied] = useState(false)
  const time = format.dateTime(fault.time)
  const rows: [string, string][] = [[t('fault.code'), fault.code]]
  if (fault.correlationId) rows.push([t('fault.correlationId'), fault.correlationId])
  rows.push([t('fault.time'), time])
  const copy = async () => {
    await copyText(rows.map(([name, value]) => `${name}: ${value}`).join('\n'))
    setCopied(true)
  }
  return (
    <>
      <dl className={styles.details}>
        {rows.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Button size="small" onClick={() => void copy().catch(() => setCopied(false))}>
        {copied ? t('common.copied') : t('common.copy')}
      </Button>
    </>
  )
}
