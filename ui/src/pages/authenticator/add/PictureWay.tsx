// By picture: chosen, dropped or pasted. Only its bytes leave the page; Rust reads the QR codes.

import { Field, makeStyles, mergeClasses, Spinner, Text, tokens } from '@fluentui/react-components'
import { ImageRegular } from '@fluentui/react-icons/svg/image'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { toFault } from '../../../backend/fault'
import { draftsFromPicture, type Found } from '../../../backend/scan'
import { Action } from '../../../components/Action'
import { FaultBar } from '../../../components/FaultBar'
import { useFieldFaults } from '../../../components/field-faults'
import { DraftList } from './DraftList'
import { PICTURE_FAULTS } from './link-faults'
import type { Drafts } from './use-drafts'

/** Rust refuses larger files too; this prevents reading them. */
const LARGEST = 64 * 1024 * 1024

const useStyles = makeStyles({
  drop: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    rowGap: '8px',
    padding: '20px 16px',
    textAlign: 'center',
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  // The result is the main content now.
  small: { flexDirection: 'row', columnGap: '12px', padding: '8px 12px', textAlign: 'start' },
  over: { backgroundColor: tokens.colorBrandBackground2, border: `1px dashed ${tokens.colorBrandStroke1}` },
  icon: { fontSize: '28px', color: tokens.colorNeutralForeground3 },
  soft: { color: tokens.colorNeutralForeground3 },
  file: { display: 'none' },
  name: { overflowWrap: 'anywhere' },
  nameFirst: { flexGrow: 1, order: -1 },
})

/** Reads several pictures one by one; together they may contain the parts of one export. */
export function readPictures(read: Drafts['read'], pictures: File[]): Promise<void> {
  return read(async () => together(await Promise.allSettled(pictures.map(readPicture))))
}

async function readPicture(picture: File): Promise<Found> {
  if (picture.size > LARGEST) throw { code: 'picture_too_large', params: {}, correlationId: null, time: Date.now() }
  return draftsFromPicture(new Uint8Array(await picture.arrayBuffer()))
}

/** With several pictures, an empty one is reported beside the results of the others. */
function together(results: PromiseSettledResult<Found>[]): Found {
  const found = results.filter((result) => result.status === 'fulfilled').map(({ value }) => value)
  const faults = results.filter((result) => result.status === 'rejected').map(({ reason }) => toFault(reason))
  if (found.length === 0 && faults[0]) throw faults[0]
  return {
    drafts: found.flatMap(({ drafts }) => drafts),
    refused: [...found.flatMap(({ refused }) => refused), ...faults],
    exports: found.flatMap(({ exports }) => exports),
  }
}

export interface PictureWayProps {
  /** The name of the last file. */
  name: string | null
  onPictures: (pictures: File[]) => void
  drafts: Drafts
  dragging: boolean
  blocked: string | null
  /** There is a second copy of the key now: the stopped action continues. */
  onKept: () => void
}

export function PictureWay({ name, onPictures, drafts, dragging, blocked, onKept }: PictureWayProps) {
  const { t } = useTranslation()
  const faults = useFieldFaults(drafts, { picture: PICTURE_FAULTS })
  const styles = useStyles()
  const file = useRef<HTMLInputElement>(null)
  const found = drafts.entries.length > 0
  return (
    <>
      {faults.bar && <FaultBar fault={faults.bar} />}
      <Field {...(blocked ? { validationMessage: blocked, validationState: 'error' } : faults.at('picture'))}>
        <div className={mergeClasses(styles.drop, found && styles.small, dragging && styles.over)}>
          {!found && (
            <>
              <ImageRegular className={styles.icon} aria-hidden />
              <Text align="center" className={styles.soft}>{t('authenticator.adding.pictureHint')}</Text>
            </>
          )}
          <Action onPress={() => file.current?.click()} testId="action-choose-picture">
            {t('authenticator.adding.choosePicture')}
          </Action>
          <input
            ref={file}
            className={styles.file}
            type="file"
            accept="image/*"
            multiple
            aria-label={t('authenticator.adding.choosePicture')}
            data-testid="field-picture"
            onChange={(event) => {
              const pictures = [...(event.currentTarget.files ?? [])]
              // The same file may be chosen again after a change.
              if (pictures.length > 0) onPictures(pictures)
              event.currentTarget.value = ''
            }}
          />
          {drafts.reading ? <Spinner size="tiny" label={t('authenticator.adding.reading')} /> : name && <Text className={mergeClasses(styles.name, found && styles.nameFirst)}>{name}</Text>}
        </div>
      </Field>
      <DraftList drafts={drafts} onKept={onKept} />
    </>
  )
}
