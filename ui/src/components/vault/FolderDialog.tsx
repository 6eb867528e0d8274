// Asks for a folder, and moves the vault there, copies it, or opens the one there. Copying can be cancelled.

import { Field, Input, makeStyles, ProgressBar, Text } from '@fluentui/react-components'
import { FolderOpenRegular } from '@fluentui/react-icons/svg/folder-open'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { cancelVaultMove, chooseFolder, copyVault, moveVault, onVaultCopied, useVaultFolder as openVaultFolder } from '../../backend/vault'
import { Action } from '../Action'
import { CancelOr } from '../CancelOr'
import { FaultBar } from '../FaultBar'
import { useFieldFaults } from '../field-faults'
import { FormDialog } from '../FormDialog'
import { useNotify } from '../notify'
import { useCommand } from '../../state/command'

const useStyles = makeStyles({
  folder: { display: 'flex', columnGap: '8px' },
  path: { flexGrow: 1, minWidth: 0 },
})

export type FolderJob = 'move' | 'copy' | 'use'

const jobs = { move: moveVault, copy: copyVault, use: openVaultFolder }

export function FolderDialog({ job, onClose }: { job: FolderJob; onClose: () => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const notify = useNotify()
  const [folder, setFolder] = useState('')
  const [progress, setProgress] = useState<[number, number] | null>(null)
  const { busy, run, ...command } = useCommand()
  const faults = useFieldFaults(command, { folder: ['folder_not_absolute', 'folder_not_text', 'folder_taken', 'not_a_vault'] })
  const choosing = useCommand()

  useEffect(() => {
    let stop: (() => void) | undefined
    let closed = false
    void onVaultCopied(setProgress).then((ended) => {
      if (closed) ended()
      else stop = ended
    })
    return () => {
      closed = true
      stop?.()
    }
  }, [])

  const missing = folder.trim() ? null : t('vault.move.missing')
  const go = async () => {
    if (missing) return
    const done = await run(() => jobs[job](folder.trim()))
    setProgress(null)
    if (!done) return
    notify({ move: t('vault.move.moved'), copy: t('vault.move.copied'), use: t('vault.move.used') }[job])
    onClose()
  }
  const choose = () =>
    void choosing.run(async () => {
      const chosen = await chooseFolder(t(`vault.move.${job}`))
      if (chosen) setFolder(chosen)
    })
  const cancel = () => {
    if (busy) void cancelVaultMove()
    else onClose()
  }
  const words = {
    move: [t('vault.move.moveText'), t('vault.move.doMove')],
    copy: [t('vault.move.copyText'), t('vault.move.doCopy')],
    use: [t('vault.move.useText'), t('vault.move.doUse')],
  }[job]
  return (
    <FormDialog
      title={t(`vault.move.${job}`)}
      testId={`dialog-vault-${job}`}
      onCancel={cancel}
      onSubmit={() => void go()}
      actions={
        <CancelOr onCancel={cancel} busy={busy} blocked={missing} testId="action-go">
          {words[1]}
        </CancelOr>
      }
    >
      <Text>{words[0]}</Text>
      {faults.bar && faults.bar.code !== 'move_cancelled' && <FaultBar fault={faults.bar} />}
      {choosing.fault && <FaultBar fault={choosing.fault} />}
      <Field label={t('vault.move.folder')} hint={t('vault.move.folderHint')} {...faults.at('folder')}>
        {(field) => (
          <div className={styles.folder}>
            <Input
              {...field}
              className={styles.path}
              data-testid="field-folder"
              autoFocus
              spellCheck={false}
              readOnly={busy}
              value={folder}
              onChange={(_, { value }) => {
                faults.typed('folder')
                setFolder(value)
              }}
            />
            <Action
              icon={<FolderOpenRegular />}
              busy={choosing.busy}
              blocked={busy ? t('vault.move.underWay') : null}
              onPress={choose}
              testId="action-choose-folder"
            >
              {t('vault.move.choose')}
            </Action>
          </div>
        )}
      </Field>
      {busy && progress && (
        <Field validationMessage={t('vault.move.progress', { done: progress[0], of: progress[1] })} validationState="none">
          <ProgressBar value={progress[0]} max={Math.max(1, progress[1])} aria-label={t(`vault.move.${job}`)} />
        </Field>
      )}
    </FormDialog>
  )
}
