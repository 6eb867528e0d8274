// The recovery sheet: whether it is confirmed, and showing it.

import { DocumentKeyRegular } from '@fluentui/react-icons/svg/document-key'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Action } from '../../../components/Action'
import { SettingsCard } from '../../../components/SettingsCard'
import { SheetDialog } from '../../../components/vault/SheetDialog'
import { useFormats } from '../../../state/format'
import type { HomeCardProps } from './KeyringCard'

export function SheetCard({ homes, onChange }: HomeCardProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const [open, setOpen] = useState(false)
  return (
    <>
      <SettingsCard
        icon={<DocumentKeyRegular />}
        title={t('vault.sheet.title')}
        state={homes.sheet === null ? t('vault.sheet.none') : t('vault.sheet.kept', { date: format.date(homes.sheet) })}
        testId="card-vault-sheet"
        control={
          <Action name={t('vault.sheet.showName')} onPress={() => setOpen(true)} testId="action-show-sheet">
            {t('vault.sheet.show')}
          </Action>
        }
      />
      {open && (
        <SheetDialog
          onClose={() => {
            setOpen(false)
            void onChange()
          }}
        />
      )}
    </>
  )
}
