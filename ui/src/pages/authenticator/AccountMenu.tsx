// The other actions of an account. The menu only reports the choice: dialogs are rendered by the page, never inside a
// menu. It does not change with the code, so it is not rendered again with its row.

import { Button, Menu, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down'
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up'
import { CheckboxCheckedRegular } from '@fluentui/react-icons/svg/checkbox-checked'
import { DeleteRegular } from '@fluentui/react-icons/svg/delete'
import { EditRegular } from '@fluentui/react-icons/svg/edit'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { PinRegular } from '@fluentui/react-icons/svg/pin'
import { PinOffRegular } from '@fluentui/react-icons/svg/pin-off'
import { QrCodeRegular } from '@fluentui/react-icons/svg/qr-code'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'

import { useLandmark } from '../../components/use-landmark'

export interface MenuActions {
  onEdit: (id: string) => void
  onPin: (id: string, pinned: boolean) => void
  /** One position up or down in the person's own order. */
  onShift: (id: string, by: -1 | 1) => void
  onSelect: (id: string, range: boolean) => void
  /** Its QR code, for another device. */
  onShowQr: (id: string) => void
  onDelete: (id: string) => void
}

export interface AccountMenuProps extends MenuActions {
  id: string
  name: string
  pinned: boolean
  movable: boolean
}

export const AccountMenu = memo(function AccountMenu({ id, name, pinned, movable, onEdit, onPin, onShift, onSelect, onShowQr, onDelete }: AccountMenuProps) {
  const { t } = useTranslation()
  const { landmark, findLandmark } = useLandmark()
  return (
    <Menu mountNode={landmark}>
      <MenuTrigger disableButtonEnhancement>
        <Button ref={findLandmark} appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={t('authenticator.row.more', { name })} data-testid="menu-account" />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<EditRegular />} onClick={() => onEdit(id)} data-testid="action-edit">
            {t('authenticator.row.edit')}
          </MenuItem>
          <MenuItem icon={pinned ? <PinOffRegular /> : <PinRegular />} onClick={() => onPin(id, !pinned)} data-testid="action-pin">
            {pinned ? t('authenticator.row.unpin') : t('authenticator.row.pin')}
          </MenuItem>
          <MenuItem icon={<CheckboxCheckedRegular />} onClick={() => onSelect(id, false)} data-testid="action-select">
            {t('authenticator.row.select')}
          </MenuItem>
          {movable && (
            <>
              <MenuDivider />
              <MenuItem icon={<ArrowUpRegular />} secondaryContent="Alt+↑" onClick={() => onShift(id, -1)} data-testid="action-up">
                {t('authenticator.row.up')}
              </MenuItem>
              <MenuItem icon={<ArrowDownRegular />} secondaryContent="Alt+↓" onClick={() => onShift(id, 1)} data-testid="action-down">
                {t('authenticator.row.down')}
              </MenuItem>
            </>
          )}
          <MenuDivider />
          <MenuItem icon={<QrCodeRegular />} onClick={() => onShowQr(id)} data-testid="action-show-qr-code">
            {t('scan.showQr')}
          </MenuItem>
          <MenuItem icon={<DeleteRegular />} onClick={() => onDelete(id)} data-testid="action-delete">
            {t('authenticator.row.delete')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
})
