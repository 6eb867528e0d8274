// Every way to scan a QR code. What is found is only shown; adding it is the dialog's.

import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { CameraRegular } from '@fluentui/react-icons/svg/camera'
import { ClipboardImageRegular } from '@fluentui/react-icons/svg/clipboard-image'
import { DesktopRegular } from '@fluentui/react-icons/svg/desktop'
import { ImageMultipleRegular } from '@fluentui/react-icons/svg/image-multiple'
import { QrCodeRegular } from '@fluentui/react-icons/svg/qr-code'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { draftsFromClipboard, draftsFromScreen } from '../../../backend/scan'
import { useLandmark } from '../../../components/use-landmark'
import type { Offered } from '../add/use-offered'
import { CameraDialog } from './CameraDialog'

export function ScanMenu({ onOffered }: { onOffered: (offered: Offered) => void }) {
  const { t } = useTranslation()
  const { landmark, findLandmark } = useLandmark()
  const files = useRef<HTMLInputElement>(null)
  const [filming, setFilming] = useState(false)
  return (
    <>
      <Menu mountNode={landmark}>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton ref={findLandmark} icon={<QrCodeRegular />} data-testid="menu-scan">
            {t('scan.title')}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem icon={<ImageMultipleRegular />} onClick={() => files.current?.click()} data-testid="action-scan-pictures">
              {t('scan.pictures')}
            </MenuItem>
            <MenuItem
              icon={<ClipboardImageRegular />}
              onClick={() => onOffered({ scan: { name: t('scan.fromClipboard'), ask: draftsFromClipboard } })}
              data-testid="action-scan-clipboard"
            >
              {t('scan.clipboard')}
            </MenuItem>
            <MenuItem
              icon={<DesktopRegular />}
              onClick={() => onOffered({ scan: { name: t('scan.fromScreen'), ask: draftsFromScreen } })}
              data-testid="action-scan-screen"
            >
              {t('scan.screen')}
            </MenuItem>
            <MenuItem icon={<CameraRegular />} onClick={() => setFilming(true)} data-testid="action-scan-camera">
              {t('scan.camera')}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <input
        ref={files}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={t('scan.pictures')}
        data-testid="field-scan-pictures"
        onChange={(event) => {
          const pictures = [...(event.currentTarget.files ?? [])]
          // The same file may be chosen again after it was changed.
          event.currentTarget.value = ''
          if (pictures.length > 0) onOffered({ pictures })
        }}
      />
      {filming && (
        <CameraDialog
          onFound={(found) => {
            setFilming(false)
            onOffered({ scan: { name: t('scan.fromCamera'), ask: () => Promise.resolve(found) } })
          }}
          onCancel={() => setFilming(false)}
        />
      )}
    </>
  )
}
