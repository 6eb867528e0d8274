// The picture of an account: the issuer's logo or a letter, until the person chooses a file.

import { Field, makeStyles } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { AccountRow } from '../../backend/authenticator'
import { Action } from '../../components/Action'
import { AccountIcon } from './AccountIcon'

/** The bytes of a file, the present picture, or none. */
export type ChosenPicture = Uint8Array | 'same' | 'none'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  preview: { width: '36px', height: '36px', borderRadius: '50%', objectFit: 'contain' },
  file: { display: 'none' },
})

export interface PictureFieldProps {
  account: AccountRow
  chosen: ChosenPicture
  onChoose: (picture: ChosenPicture) => void
}

export function PictureField({ account, chosen, onChoose }: PictureFieldProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const file = useRef<HTMLInputElement>(null)
  const [preview, setPreview] = useState<string | null>(null)
  const hasOne = chosen === 'same' ? account.picture !== null : chosen !== 'none'

  const read = async (picked: File) => {
    const bytes = new Uint8Array(await picked.arrayBuffer())
    setPreview(await dataUrl(picked))
    onChoose(bytes)
  }

  return (
    <Field label={t('accounts.edit.picture')} hint={t('accounts.edit.pictureHint')}>
      <div className={styles.row}>
        {preview && chosen !== 'none' && chosen !== 'same' ? (
          <img src={preview} alt="" className={styles.preview} data-testid="picture-preview" />
        ) : (
          <AccountIcon account={chosen === 'none' ? { ...account, picture: null } : account} />
        )}
        <input
          ref={file}
          type="file"
          accept="image/png,image/jpeg,image/webp,image/gif,image/bmp"
          className={styles.file}
          tabIndex={-1}
          aria-hidden
          data-testid="field-picture"
          onChange={(event) => {
            const picked = event.target.files?.[0]
            event.target.value = ''
            if (picked) void read(picked)
          }}
        />
        <Action onPress={() => file.current?.click()} testId="action-choose-icon">
          {t('accounts.edit.choosePicture')}
        </Action>
        {hasOne && (
          <Action appearance="subtle" onPress={() => onChoose('none')} testId="action-remove-icon">
            {t('accounts.edit.removePicture')}
          </Action>
        )}
      </div>
    </Field>
  )
}

function dataUrl(file: File): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : null)
    reader.onerror = () => resolve(null)
    reader.readAsDataURL(file)
  })
}
