// Reads from the camera until it finds the QR code. Without a camera, it says so and names the other ways.

import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { Action } from '../Action'
import { FormDialog } from '../FormDialog'
import { Loading } from '../Loading'
import { Notice } from '../Notice'
import { useCamera } from './use-camera'

const useStyles = makeStyles({
  picture: { width: '100%', maxHeight: '50vh', backgroundColor: tokens.colorNeutralBackground3, borderRadius: tokens.borderRadiusMedium, objectFit: 'contain' },
  waiting: { display: 'none' },
})

export interface CameraDialogProps<Found> {
  read: (picture: Uint8Array) => Promise<Found>
  onFound: (found: Found) => void
  onCancel: () => void
}

export function CameraDialog<Found>({ read, onFound, onCancel }: CameraDialogProps<Found>) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { video, state } = useCamera(read, onFound)
  return (
    <FormDialog
      title={t('scan.cameraTitle')}
      testId="dialog-camera"
      onCancel={onCancel}
      actions={
        <Action onPress={onCancel} testId="action-cancel">
          {state === 'absent' || state === 'refused' ? t('common.close') : t('common.cancel')}
        </Action>
      }
    >
      {state === 'starting' && <Loading />}
      {(state === 'absent' || state === 'refused') && (
        <Notice intent="warning" title={t(`scan.${state}`)} testId={`notice-camera-${state}`}>
          {t('scan.otherWays')}
        </Notice>
      )}
      <video ref={video} className={state === 'looking' ? styles.picture : styles.waiting} muted playsInline aria-label={t('scan.cameraPicture')} />
      {state === 'looking' && <span role="status">{t('scan.looking')}</span>}
    </FormDialog>
  )
}
