// The folder of the vault: move, copy, open another one.

import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { FolderRegular } from '@fluentui/react-icons/svg/folder'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { VaultView } from '../../../backend/vault'
import { SettingsCard } from '../../../components/SettingsCard'
import { useLandmark } from '../../../components/use-landmark'
import { FolderDialog, type FolderJob } from '../../../components/vault/FolderDialog'

export interface PlaceCardProps {
  view: VaultView
  open: boolean
  onChange: () => Promise<void>
}

export function PlaceCard({ view, open, onChange }: PlaceCardProps) {
  const { t } = useTranslation()
  const { landmark, findLandmark } = useLandmark()
  const [job, setJob] = useState<FolderJob | null>(null)
  const jobs: FolderJob[] = open ? ['move', 'copy', 'use'] : ['use']
  const keyId = view.keyStorage && t('vault.keyId', { id: view.keyStorage.keyId })
  return (
    <>
      <SettingsCard
        icon={<FolderRegular />}
        title={t('vault.place')}
        state={[view.folder, keyId].filter(Boolean).join(' · ')}
        testId="card-vault-place"
        control={
          <Menu mountNode={landmark}>
            <MenuTrigger disableButtonEnhancement>
              <MenuButton ref={findLandmark} data-testid="menu-vault-place">{t('vault.placeMenu')}</MenuButton>
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                {jobs.map((one) => (
                  <MenuItem key={one} data-testid={`action-vault-${one}`} onClick={() => setJob(one)}>
                    {t(`vault.move.${one}`)}
                  </MenuItem>
                ))}
              </MenuList>
            </MenuPopover>
          </Menu>
        }
      />
      {job && (open || job === 'use') && (
        <FolderDialog
          job={job}
          onClose={() => {
            setJob(null)
            void onChange()
          }}
        />
      )}
    </>
  )
}
