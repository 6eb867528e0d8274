// A text to read or copy, with its name. What the copy button does is the caller's: secrets are copied by the shell.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Fault } from '../backend/fault'
import { useCommand } from '../state/command'
import { Action } from './Action'
import { FaultBar } from './FaultBar'

const SHOWN_FOR = 3000

const useStyles = makeStyles({
  field: { display: 'flex', flexDirection: 'column', rowGap: '2px' },
  line: { display: 'flex', alignItems: 'flex-start', columnGap: '8px' },
  text: {
    flexGrow: 1,
    minWidth: 0,
    padding: '5px 10px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
})

export interface CopyFieldProps {
  label: string
  value: string
  onCopy: () => Promise<unknown>
  copyName: string
  testId: string
}

export function CopyField({ label, value, onCopy, copyName, testId }: CopyFieldProps) {
  const styles = useStyles()
  const { copied, fault, copy } = useCopy(onCopy)
  const { t } = useTranslation()
  return (
    <>
      <div className={styles.field} role="group" aria-label={label}>
        <Text size={200}>{label}</Text>
        <div className={styles.line}>
          <div className={styles.text} data-testid={`${testId}-text`}>
            {value}
          </div>
          <Action onPress={copy} name={copied ? undefined : copyName} testId={testId}>
            {copied ? t('common.copied') : t('common.copy')}
          </Action>
        </div>
      </div>
      {fault && <FaultBar fault={fault} />}
    </>
  )
}

/** Copies, and says so for three seconds. */
export function useCopy(onCopy: () => Promise<unknown>): { copied: boolean; fault: Fault | null; copy: () => void } {
  const [copied, setCopied] = useState(false)
  const { fault, run } = useCommand()
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = async () => {
    if (await run(onCopy)) setCopied(true)
  }
  return { copied, fault, copy: () => void copy() }
}
