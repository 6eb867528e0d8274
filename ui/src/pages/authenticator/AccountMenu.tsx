// What else can be done with an account. The menu only tells: dialogs are drawn by the page, never inside it. It does
// not change with the code, and so is not drawn anew with its row.

import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { DeleteRegular } from '@fluentui/react-icons/svg/delete'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { RenameRegular } from '@fluentui/react-icons/svg/rename'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'

export interface AccountMenuProps {
  id: string
  name: string
  onRename: (id: string) => void
  onDelete: (id: string) => void
}

export const AccountMenu = memo(function AccountMenu({ id, name, onRename, onDelete }: AccountMenuProps) {
  const { t } = useTranslation()
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={t('authenticator.row.more', { name })} data-testid="menu-account" />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<RenameRegular />} onClick={() => onRename(id)} data-testid="action-rename">
            {t('authenticator.row.rename')}
          </MenuItem>
          <MenuItem icon={<DeleteRegular />} onClick={() => onDelete(id)} data-testid="action-delete">
            {t('authenticator.row.delete')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
})
