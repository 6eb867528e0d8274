// All ways to scan a QR code: picture files, the clipboard, the screen, the camera. The caller shows the result.

import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { CameraRegular } from '@fluentui/react-icons/svg/camera'
import { ClipboardImageRegular } from '@fluentui/react-icons/svg/clipboard-image'
import { DesktopRegular } from '@fluentui/react-icons/svg/desktop'
import { ImageMultipleRegular } from '@fluentui/react-icons/svg/image-multiple'
import { QrCodeRegular } from '@fluentui/react-icons/svg/qr-code'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useLandmark } from '../use-landmark'
import { CameraDialog } from './CameraDialog'

/** How the content is read. */
export interface Readers<Found> {
  picture: (bytes: Uint8Array) => Promise<Found>
  clipboard: () => Promise<Found>
  screen: () => Promise<Found>
}

/** A source, with the name that the person sees. */
export interface Scan<Found> {
  name: string
  ask: () => Promise<Found>
}

export interface ScanMenuProps<Found> {
  readers: Readers<Found>
  /** Several pictures may belong together. */
  several?: boolean
  onPictures: (pictures: File[]) => void
  onScan: (scan: Scan<Found>) => void
}

export function ScanMenu<Found>({ readers, several = false, onPictures, onScan }: ScanMenuProps<Found>) {
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
              onClick={() => onScan({ name: t('scan.fromClipboard'), ask: readers.clipboard })}
              data-testid="action-scan-clipboard"
            >
              {t('scan.clipboard')}
            </MenuItem>
            <MenuItem
              icon={<DesktopRegular />}
              onClick={() => onScan({ name: t('scan.fromScreen'), ask: readers.screen })}
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
        multiple={several}
        hidden
        aria-label={t('scan.pictures')}
        data-testid="field-scan-pictures"
        onChange={(event) => {
          const pictures = [...(event.currentTarget.files ?? [])]
          // The same file may be chosen again after a change.
          event.currentTarget.value = ''
          if (pictures.length > 0) onPictures(pictures)
        }}
      />
      {filming && (
        <CameraDialog
          read={readers.picture}
          onFound={(found) => {
            setFilming(false)
            onScan({ name: t('scan.fromCamera'), ask: () => Promise.resolve(found) })
          }}
          onCancel={() => setFilming(false)}
        />
      )}
    </>
  )
}
