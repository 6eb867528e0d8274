// All tags: renamed or removed for every account at once.

import { Input, makeStyles } from '@fluentui/react-components'
import { DeleteRegular } from '@fluentui/react-icons/svg/delete'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { renameTag } from '../../backend/authenticator'
import { Action } from '../../components/Action'
import { FaultBar } from '../../components/FaultBar'
import { FormDialog } from '../../components/FormDialog'
import { useCommand } from '../../state/command'
import type { Tag } from './arrange'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '8px', margin: 0, padding: 0, listStyle: 'none' },
  row: { display: 'flex', alignItems: 'center', columnGap: '8px' },
  name: { flexGrow: 1, minWidth: 0 },
})

const LONGEST = 40

export interface TagsDialogProps {
  tags: Tag[]
  onChanged: () => Promise<void>
  onClose: () => void
}

export function TagsDialog({ tags, onChanged, onClose }: TagsDialogProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { fault, run } = useCommand()
  const change = (from: string, to: string | null) =>
    run(async () => {
      await renameTag(from, to)
      await onChanged()
    })
  return (
    <FormDialog
      title={t('accounts.tags.manage')}
      testId="dialog-tags"
      onCancel={onClose}
      onSubmit={onClose}
      actions={
        <Action appearance="primary" onPress={onClose} testId="action-close">
          {t('common.close')}
        </Action>
      }
    >
      {fault && <FaultBar fault={fault} />}
      <span>{tags.length > 0 ? t('accounts.tags.manageHint') : t('accounts.tags.noneLeft')}</span>
      <ul className={styles.list}>
        {tags.map((tag) => (
          <TagRow key={tag.name} tag={tag} onRename={(to) => void change(tag.name, to)} onRemove={() => void change(tag.name, null)} />
        ))}
      </ul>
    </FormDialog>
  )
}

function TagRow({ tag, onRename, onRemove }: { tag: Tag; onRename: (to: string) => void; onRemove: () => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const [typed, setTyped] = useState(tag.name)
  const changed = typed.trim() !== '' && typed.trim() !== tag.name
  return (
    <li className={styles.row} data-testid="tag-row">
      <Input
        className={styles.name}
        value={typed}
        maxLength={LONGEST}
        autoComplete="off"
        aria-label={t('accounts.tags.nameOf', { name: tag.name })}
        data-testid="field-tag-name"
        onChange={(_, { value }) => setTyped(value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || !changed) return
          event.preventDefault()
          onRename(typed.trim())
        }}
      />
      {changed && (
        <Action onPress={() => onRename(typed.trim())} name={t('accounts.tags.renameName', { name: tag.name })} testId="action-rename-tag">
          {t('accounts.tags.rename')}
        </Action>
      )}
      <Action appearance="subtle" danger icon={<DeleteRegular />} onPress={onRemove} name={t('accounts.tags.removeName', { name: tag.name })} testId="action-remove-tag" />
    </li>
  )
}
