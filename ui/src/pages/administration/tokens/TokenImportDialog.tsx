// The import of a list of tokens: a dry run with a verdict for every row, the import, and the refused rows in a file.

import { Field, makeStyles, mergeClasses, Radio, RadioGroup, Spinner, Text, tokens as theme } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { TokenFileSecret, TokenFileView, TokenImportRow } from '../../../backend/token-inventory'
import { chooseFolder } from '../../../backend/vault'
import { saveRefusedTokens } from '../../../backend/token-inventory'
import { Action } from '../../../components/Action'
import { FaultBar } from '../../../components/FaultBar'
import { FormDialog } from '../../../components/FormDialog'
import { PasswordInput } from '../../../components/PasswordInput'
import { useCommand } from '../../../state/command'
import { useTokenFile } from './use-token-file'
import { verdictWords } from './verdict-words'

/** More verdicts than these are not read by anybody. */
const MOST_SHOWN = 200

const useStyles = makeStyles({
  rows: { margin: 0, padding: 0, listStyle: 'none', maxHeight: '280px', overflowY: 'auto', border: `1px solid ${theme.colorNeutralStroke2}`, borderRadius: theme.borderRadiusMedium },
  row: { display: 'grid', gridTemplateColumns: '56px minmax(0, 1fr) minmax(0, 2fr)', columnGap: '12px', padding: '6px 12px', ':not(:first-child)': { borderTop: `1px solid ${theme.colorNeutralStroke3}` } },
  number: { color: theme.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  refused: { color: theme.colorStatusDangerForeground1 },
  soft: { color: theme.colorNeutralForeground3 },
})

export interface TokenImportDialogProps {
  /** It keeps its identity. */
  file: File
  onClose: (imported: boolean) => void
}

export function TokenImportDialog({ file, onClose }: TokenImportDialogProps) {
  const { t } = useTranslation()
  const { step, busy, unlock, take, close } = useTokenFile(file)
  const [secret, setSecret] = useState<TokenFileSecret>('password')
  const [text, setText] = useState('')
  const imported = step.name === 'imported'
  const leave = () => {
    close()
    onClose(imported)
  }
  const view = step.name === 'checked' || imported ? step.view : null
  const blocked = step.name === 'locked' && text === '' ? t('tokenInventory.file.secretMissing') : step.name === 'checked' && step.view.accepted === 0 ? t('tokenInventory.file.nothing') : null
  const submit = () => {
    if (blocked || busy) return
    if (step.name === 'locked') unlock(secret, text)
    else if (step.name === 'checked') take()
    else if (step.name !== 'reading') leave()
  }
  const primary = { reading: null, failed: t('common.close'), locked: t('tokenInventory.file.unlock'), checked: t('tokenInventory.file.take', { count: view?.accepted ?? 0 }), imported: t('common.close') }[step.name]
  return (
    <FormDialog
      wide
      height="steady"
      title={t('tokenInventory.file.title', { name: file.name })}
      testId="dialog-token-import"
      onCancel={leave}
      onSubmit={submit}
      actions={
        <>
          {step.name !== 'failed' && !imported && (
            <Action onPress={leave} autoFocus={step.name === 'checked'} testId="action-cancel">
              {t('common.cancel')}
            </Action>
          )}
          {primary && (
            <Action key={step.name} type="submit" appearance="primary" busy={busy} blocked={blocked} autoFocus={imported || step.name === 'failed'} testId="action-take-tokens">
              {primary}
            </Action>
          )}
        </>
      }
    >
      {step.name === 'reading' && <Spinner label={t('tokenInventory.file.reading')} data-testid="tokens-reading" />}
      {step.name === 'failed' && <FaultBar fault={step.fault} />}
      {step.name === 'checked' && step.fault && <FaultBar fault={step.fault} />}
      {step.name === 'locked' && (
        <>
          <Text>{t('tokenInventory.file.encrypted')}</Text>
          {step.fault && <FaultBar fault={step.fault} />}
          <RadioGroup layout="horizontal" aria-label={t('tokenInventory.file.secretKind')} value={secret} onChange={(_, data) => setSecret(data.value as TokenFileSecret)}>
            <Radio value="password" label={t('tokenInventory.file.password')} data-testid="choose-password" />
            <Radio value="key" label={t('tokenInventory.file.key')} data-testid="choose-key" />
          </RadioGroup>
          <Field label={t(`tokenInventory.file.${secret}`)}>
            <PasswordInput value={text} onChange={setText} testId="field-token-secret" autoComplete="off" autoFocus />
          </Field>
        </>
      )}
      {view && <Verdicts view={view} />}
    </FormDialog>
  )
}

function Verdicts({ view }: { view: TokenFileView }) {
  const { t } = useTranslation()
  const styles = useStyles()
  // What is wrong stands first.
  const rows = [...view.rows.filter(({ accepted }) => !accepted), ...view.rows.filter(({ accepted }) => accepted)]
  return (
    <>
      <Text role="status" data-testid={view.dryRun ? 'tokens-verdict' : 'tokens-imported'}>
        {t(view.dryRun ? 'tokenInventory.file.would' : 'tokenInventory.file.did', { accepted: view.accepted, refused: view.refused })}
      </Text>
      {view.signed && <Text className={styles.soft}>{t('tokenInventory.file.signed')}</Text>}
      <ul className={styles.rows} aria-label={t('tokenInventory.file.rows')}>
        {rows.slice(0, MOST_SHOWN).map((row) => (
          <Verdict key={row.row} row={row} />
        ))}
      </ul>
      {rows.length > MOST_SHOWN && <Text className={styles.soft}>{t('tokenInventory.file.more', { number: rows.length - MOST_SHOWN })}</Text>}
      {view.canSave && <SaveRefused count={view.refused} />}
    </>
  )
}

function Verdict({ row }: { row: TokenImportRow }) {
  const { t, i18n } = useTranslation()
  const styles = useStyles()
  return (
    <li className={styles.row} data-testid="token-verdict">
      <span className={styles.number}>{row.row}</span>
      <span>{[row.serialNumber ?? '–', row.userPrincipalName].filter(Boolean).join(' · ')}</span>
      <span className={mergeClasses(!row.accepted && styles.refused)}>{verdictWords(t, i18n.language, row)}</span>
    </li>
  )
}

/** Saves the refused rows as CSV with their reasons. The file holds secrets if the list did. */
function SaveRefused({ count }: { count: number }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { busy, fault, run } = useCommand()
  const [saved, setSaved] = useState<string | null>(null)
  const save = () =>
    void run(async () => {
      const folder = await chooseFolder(t('tokenInventory.file.save', { count }))
      if (folder) setSaved(await saveRefusedTokens(folder))
    })
  return (
    <>
      {fault && <FaultBar fault={fault} />}
      <div>
        <Action size="small" busy={busy} onPress={save} testId="action-save-refused">
          {t('tokenInventory.file.save', { count })}
        </Action>
      </div>
      <Text size={200} className={styles.soft} role="status">
        {saved ? t('tokenInventory.file.savedAs', { file: saved }) : t('tokenInventory.file.saveHint')}
      </Text>
    </>
  )
}
