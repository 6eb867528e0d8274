// Export: the format and the folder. An unencrypted format warns and asks twice.

import { Field, makeStyles, MessageBar, MessageBarBody, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { exportAccounts, type ExportedView, type ExportKind } from '../../../backend/exporting'
import { chooseFolder } from '../../../backend/vault'
import { Action } from '../../../components/Action'
import { FaultBar } from '../../../components/FaultBar'
import { FormDialog } from '../../../components/FormDialog'
import { PasswordInput } from '../../../components/PasswordInput'
import { useCommand } from '../../../state/command'
import { useReturnFocus } from '../use-return-focus'

/** The encrypted ones first. */
const KINDS: ExportKind[] = ['encrypted', 'aegis_encrypted', 'kdbx', 'pskc', 'sheet', 'aegis', '2fas', 'ente', 'google_codes', 'google', 'links', 'csv']
const ENCRYPTED: ExportKind[] = ['encrypted', 'aegis_encrypted', 'kdbx', 'pskc']
const SHORTEST = 8

const useStyles = makeStyles({
  what: { display: 'flex', flexDirection: 'column' },
  soft: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

export interface ExportDialogProps {
  /** The chosen accounts; null for all. */
  ids: string[] | null
  number: number
  onClose: () => void
}

export function ExportDialog({ ids, number, onClose }: ExportDialogProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  useReturnFocus()
  const [kind, setKind] = useState<ExportKind>('encrypted')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [asking, setAsking] = useState(false)
  const [written, setWritten] = useState<ExportedView | null>(null)
  const { busy, fault, run } = useCommand()
  const encrypted = ENCRYPTED.includes(kind)
  const blocked = encrypted ? whyNot(password, again) : null

  const write = () =>
    void run(async () => {
      const folder = await chooseFolder(t('exporting.folder'))
      if (folder === null) return
      setWritten(await exportAccounts(kind, ids, encrypted ? password : null, folder))
    })
  const submit = () => {
    if (written) onClose()
    else if (blocked) return
    else if (!encrypted && !asking) setAsking(true)
    else write()
  }
  const cancel = asking && !written ? () => setAsking(false) : onClose
  return (
    <FormDialog
      wide
      height="tall"
      title={t('exporting.title', { number })}
      testId="dialog-export"
      onCancel={cancel}
      onSubmit={submit}
      actions={
        written ? (
          <Action type="submit" appearance="primary" testId="action-close" autoFocus>
            {t('common.close')}
          </Action>
        ) : (
          <>
            <Action onPress={cancel} testId="action-cancel">
              {asking ? t('common.back') : t('common.cancel')}
            </Action>
            <Action type="submit" appearance="primary" danger={asking} busy={busy} blocked={blocked && t(`exporting.${blocked}`)} testId="action-export">
              {asking ? t('exporting.inClear') : t('exporting.write')}
            </Action>
          </>
        )
      }
    >
      {fault && <FaultBar fault={fault} />}
      {written ? (
        <>
          <Text as="p" role="status" data-testid="export-result">
            {t('exporting.written', { file: written.file })}
          </Text>
          {written.leftOut.length > 0 && <Text as="p">{t('exporting.leftOut', { names: written.leftOut.join('; ') })}</Text>}
          <Text as="p">{t(encrypted ? 'exporting.keepPassword' : kind === 'sheet' ? 'exporting.keepSheet' : 'exporting.deleteFile')}</Text>
        </>
      ) : asking ? (
        <MessageBar intent="warning" layout="multiline" data-testid="export-warning">
          <MessageBarBody>{t('exporting.warning')}</MessageBarBody>
        </MessageBar>
      ) : (
        <>
          <Field label={t('exporting.as')}>
            <RadioGroup value={kind} onChange={(_, { value }) => setKind(value as ExportKind)}>
              {KINDS.map((value) => (
                <Radio
                  key={value}
                  value={value}
                  data-testid={`choice-${value}`}
                  label={
                    <span className={styles.what}>
                      {t(`exporting.kinds.${value}`)}
                      <span className={styles.soft}>{t(ENCRYPTED.includes(value) ? 'exporting.isEncrypted' : 'exporting.isInClear')}</span>
                    </span>
                  }
                />
              ))}
            </RadioGroup>
          </Field>
          {encrypted && (
            <>
              <Field label={t('exporting.password')}>
                <PasswordInput value={password} onChange={setPassword} testId="field-export-password" autoComplete="new-password" />
              </Field>
              <Field label={t('exporting.again')}>
                <PasswordInput value={again} onChange={setAgain} testId="field-export-again" autoComplete="new-password" />
              </Field>
            </>
          )}
        </>
      )}
    </FormDialog>
  )
}

function whyNot(password: string, again: string): 'tooShort' | 'differ' | null {
  if (password.length < SHORTEST) return 'tooShort'
  return password === again ? null : 'differ'
}
