// An entry that could not be read, unchanged: to view, copy and delete.

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

import { copyQuarantined, quarantinedText } from '../../backend/vault'
import { Action } from '../../components/Action'
import { useCopy } from '../../components/use-copy'
import { FaultBar } from '../../components/FaultBar'
import { FormDialog } from '../../components/FormDialog'
import { Loading } from '../../components/Loading'
import { useView } from '../../state/view'

const useStyles = makeStyles({
  text: {
    margin: 0,
    padding: '12px',
    maxHeight: '280px',
    overflow: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    userSelect: 'text',
  },
})

export function QuarantinedDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { view, fault } = useView(useCallback(() => quarantinedText(id), [id]))
  const copying = useCopy(() => copyQuarantined(id))
  const trouble = copying.fault ?? fault
  return (
    <FormDialog
      wide
      title={t('vault.aside.title')}
      testId="dialog-quarantined"
      onCancel={onClose}
      onSubmit={onClose}
      actions={
        <>
          <Action onPress={copying.copy} testId="action-copy-quarantined">
            {copying.copied ? t('common.copied') : t('common.copy')}
          </Action>
          <Action appearance="primary" onPress={onClose} testId="action-close" autoFocus>
            {t('common.close')}
          </Action>
        </>
      }
    >
      <Text>{t('vault.aside.warning')}</Text>
      {trouble && <FaultBar fault={trouble} />}
      {view === null && !fault && <Loading />}
      {view !== null && (
        <pre className={styles.text} data-testid="quarantined-text">
          {view}
        </pre>
      )}
    </FormDialog>
  )
}
