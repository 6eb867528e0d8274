// The recovery sheet: the person confirms with the vault's key, the sheet is shown and printed, and the person enters
// some of its groups, which proves that they have it.

import { Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components'
import { PrintRegular } from '@fluentui/react-icons/svg/print'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { confirmRecoverySheet, printPage, recoverySheet, type RecoverySheet } from '../../backend/vault'
import { useCommand } from '../../state/command'
import { Action } from '../Action'
import { FaultBar } from '../FaultBar'
import { FormDialog } from '../FormDialog'
import { Loading } from '../Loading'
import { useFieldFaults } from '../field-faults'
import { useNotify } from '../notify'
import { PassphraseOnceMore, useOnceMore } from './once-more'
import { PrintedSheet } from './PrintedSheet'

const useStyles = makeStyles({
  sheet: { display: 'flex', flexWrap: 'wrap', gap: '20px', alignItems: 'flex-start' },
  // A QR code is dark on light in every theme.
  picture: { width: '156px', height: '156px', padding: '8px', backgroundColor: '#ffffff', borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}` },
  words: { display: 'flex', flexDirection: 'column', rowGap: '8px', flexGrow: 1, flexBasis: '320px' },
  prefix: { fontFamily: tokens.fontFamilyMonospace, color: tokens.colorNeutralForeground3 },
  groups: { margin: 0, padding: 0, listStyle: 'none', display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(88px, 1fr))', gap: '6px 12px' },
  group: { display: 'flex', columnGap: '8px', alignItems: 'baseline', fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase400 },
  number: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, minWidth: '2ch', textAlign: 'right' },
  pieces: { display: 'flex', flexWrap: 'wrap', gap: '16px' },
})

export function SheetDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const [sheet, setSheet] = useState<RecoverySheet | null>(null)
  const [giving, setGiving] = useState(false)
  const [pieces, setPieces] = useState<string[]>([])
  const printing = useCommand()
  const confirming = useCommand()

  const gate = useOnceMore(async (passphrase) => {
    const answer = await recoverySheet(passphrase)
    if (answer.state === 'passphraseNeeded') return false
    setSheet(answer.sheet)
    return true
  })
  // The fault names the wrong group.
  const wrong = confirming.fault?.code === 'sheet_piece_wrong' ? Number(confirming.fault.params.group) : null
  const faults = useFieldFaults(confirming, { piece: wrong === null ? [] : ['sheet_piece_wrong'] })

  const missing = sheet && sheet.asked.every((_, index) => pieces[index]?.trim()) ? null : t('vault.sheet.pieceMissing')
  const confirm = async () => {
    if (!sheet || missing) return
    if (!(await confirming.run(() => confirmRecoverySheet(sheet.asked.map((_, index) => pieces[index] ?? ''))))) return
    notify(t('vault.sheet.done'))
    onClose()
  }

  if (giving && sheet)
    return (
      <FormDialog
        key="give"
        wide
        height="steady"
        title={t('vault.sheet.giveTitle')}
        testId="dialog-sheet-piece"
        onCancel={onClose}
        onSubmit={() => void confirm()}
        actions={
          <>
            <Action onPress={() => setGiving(false)} testId="action-back">
              {t('common.back')}
            </Action>
            <Action type="submit" appearance="primary" busy={confirming.busy} blocked={missing} testId="action-confirm-sheet">
              {t('common.done')}
            </Action>
          </>
        }
      >
        <Text>{t('vault.sheet.giveText')}</Text>
        {faults.bar && <FaultBar fault={faults.bar} />}
        <div className={styles.pieces}>
          {sheet.asked.map((number, index) => (
            <Field key={number} label={t('vault.sheet.group', { number })} {...(number === wrong ? faults.at('piece') : {})}>
              <Input
                data-testid={`field-piece-${index}`}
                autoFocus={index === 0}
                autoComplete="off"
                spellCheck={false}
                value={pieces[index] ?? ''}
                onChange={(_, { value }) => {
                  if (number === wrong) faults.typed('piece')
                  setPieces((before) => sheet.asked.map((_, at) => (at === index ? value : (before[at] ?? ''))))
                }}
              />
            </Field>
          ))}
        </div>
      </FormDialog>
    )

  if (!sheet)
    return (
      <FormDialog
        key="open"
        wide
        height="steady"
        title={t('vault.sheet.title')}
        testId="dialog-sheet"
        onCancel={onClose}
        onSubmit={gate.submit}
        actions={
          <>
            <Action onPress={onClose} testId="action-cancel">
              {t('common.cancel')}
            </Action>
            <Action type="submit" appearance="primary" busy={gate.command.busy} blocked={gate.asking ? gate.missing : null} testId="action-open-sheet">
              {t('common.show')}
            </Action>
          </>
        }
      >
        <PassphraseOnceMore gate={gate} why={t('vault.sheet.unlockFirst')} />
        {!gate.asking && gate.command.busy && <Loading />}
      </FormDialog>
    )

  return (
    <FormDialog
      key="show"
      wide
      height="steady"
      title={t('vault.sheet.title')}
      testId="dialog-sheet"
      onCancel={onClose}
      onSubmit={() => setGiving(true)}
      actions={
        <>
          <Action onPress={onClose} testId="action-cancel">
            {t('vault.sheet.later')}
          </Action>
          <Action icon={<PrintRegular />} busy={printing.busy} onPress={() => void printing.run(printPage)} testId="action-print">
            {t('vault.sheet.print')}
          </Action>
          <Action type="submit" appearance="primary" testId="action-next" autoFocus>
            {t('vault.sheet.isKept')}
          </Action>
        </>
      }
    >
      <Text>{t('vault.sheet.text')}</Text>
      {printing.fault && <FaultBar fault={printing.fault} />}
      <Shown sheet={sheet} />
      <PrintedSheet sheet={sheet} />
    </FormDialog>
  )
}

function Shown({ sheet }: { sheet: RecoverySheet }) {
  const { t } = useTranslation()
  const styles = useStyles()
  return (
    <div className={styles.sheet}>
      <img className={styles.picture} alt={t('vault.sheet.qr')} src={`data:image/svg+xml,${encodeURIComponent(sheet.qrSvg)}`} />
      <div className={styles.words}>
        <Text>{t('vault.keyId', { id: sheet.keyId })}</Text>
        <span className={styles.prefix}>{sheet.prefix}</span>
        <ol className={styles.groups} aria-label={t('vault.sheet.groups')}>
          {sheet.groups.map((group, index) => (
            <li key={index} className={styles.group}>
              <span className={styles.number} aria-hidden>
                {index + 1}
              </span>
              <span data-testid="sheet-group">{group}</span>
            </li>
          ))}
        </ol>
      </div>
    </div>
  )
}
