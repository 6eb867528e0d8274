// What the sign-in log shows, as a file in a folder: CSV without formulas, or JSON.

import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download'
import { useTranslation } from 'react-i18next'

import type { AskedSignIns } from '../../../backend/administration'
import { exportSignIns, type LogFormat } from '../../../backend/sign-in-log'
import { chooseFolder } from '../../../backend/vault'
import { useNotify } from '../../../components/notify'
import { useOffline } from '../../../components/offline'
import { useLandmark } from '../../../components/use-landmark'
import type { Running } from '../../../state/command'

export function ExportMenu({ asked, command }: { asked: AskedSignIns; command: Running }) {
  const { t } = useTranslation()
  const notify = useNotify()
  const offline = useOffline()
  const { landmark, findLandmark } = useLandmark()
  const save = (format: LogFormat) =>
    void command.run(async () => {
      const folder = await chooseFolder(t('logCheck.folder'))
      if (folder) notify(t('logCheck.saved', { file: await exportSignIns(asked, format, folder) }))
    })
  return (
    <Menu mountNode={landmark}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton ref={findLandmark} icon={<ArrowDownloadRegular />} title={offline ?? undefined} disabledFocusable={Boolean(offline) || command.busy} aria-busy={command.busy || undefined} data-testid="menu-export-log">
          {t('logCheck.export')}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {(['csv', 'json'] as const).map((format) => (
            <MenuItem key={format} onClick={() => save(format)} data-testid={`export-${format}`}>
              {t(`logCheck.${format}`)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
