// A text to read or copy, with its label. The caller copies it: secrets are copied by the shell.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { Action } from './Action'
import { FaultBar } from './FaultBar'
import { useCopy } from './use-copy'

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
