// Adds accounts: by link, by picture, by hand. The input of one tab stays while another is shown.

import { makeStyles, Tab, TabList } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { addAccount } from '../../../backend/authenticator'
import { Action } from '../../../components/Action'
import { FormDialog } from '../../../components/FormDialog'
import { useCommand } from '../../../state/command'
import { afterDrawing } from '../focus'
import { useReturnFocus } from '../use-return-focus'
import { LinkWay, readLink } from './LinkWay'
import { accountOf, emptyForm, type ManualForm } from './manual'
import { ManualWay } from './ManualWay'
import { PictureWay, readPictures } from './PictureWay'
import { useDrafts, type Drafts } from './use-drafts'
import { useOffered, type Offered } from './use-offered'

type Way = 'link' | 'picture' | 'hand'
const ways: Way[] = ['link', 'picture', 'hand']

const useStyles = makeStyles({ way: { display: 'flex', flexDirection: 'column', rowGap: '16px' } })

export interface AddAccountDialogProps {
  /** The dropped or pasted content that opened the dialog; it keeps its identity. */
  offered: Offered
  /** Some accounts were added, and the dialog stays open for the others. */
  onAdded: (names: string[]) => void
  onDone: (names: string[]) => void
  onCancel: () => void
}

export function AddAccountDialog({ offered, onAdded, onDone, onCancel }: AddAccountDialogProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const content = useRef<HTMLDivElement>(null)
  useReturnFocus()
  // By default the dialog would focus the tabs; switching tabs keeps the focus there.
  useEffect(() => afterDrawing(() => content.current?.querySelector<HTMLElement>('textarea, input[type="text"], button')?.focus()), [])
  const [way, setWay] = useState<Way>(offered.pictures || offered.scan ? 'picture' : 'link')
  const [link, setLink] = useState(offered.link ?? '')
  const [pictureName, setPictureName] = useState(nameOfOffered(offered))
  const [form, setForm] = useState(emptyForm)
  const [missing, setMissing] = useState<string | null>(null)
  const fromLink = useDrafts()
  const fromPicture = useDrafts()
  const { busy, fault, run, clear } = useCommand()

  const take = (taken: Offered) => {
    const { pictures, link: pasted } = taken
    setMissing(null)
    if (pictures) {
      setWay('picture')
      setPictureName(nameOfOffered(taken))
      void readPictures(fromPicture.read, pictures)
    } else if (pasted) {
      setWay('link')
      setLink(pasted)
      void readLink(fromLink.read, pasted)
    }
  }
  const dragging = useOffered(take)
  const { read: readLinkDrafts } = fromLink
  const { read: readPictureDrafts } = fromPicture
  useEffect(() => {
    if (offered.pictures) void readPictures(readPictureDrafts, offered.pictures)
    else if (offered.scan) void readPictureDrafts(offered.scan.ask)
    else if (offered.link) void readLink(readLinkDrafts, offered.link)
  }, [offered, readPictureDrafts, readLinkDrafts])

  const addDrafts = async (drafts: Drafts) => {
    const { names, complete } = await drafts.add()
    if (complete) onDone(names)
    else if (names.length > 0) onAdded(names)
  }
  const submit = () => {
    if (way === 'hand') {
      void run(async () => {
        const { issuer, account } = await addAccount(accountOf(form))
        onDone([issuer || account])
      })
      return
    }
    const drafts = way === 'link' ? fromLink : fromPicture
    if (blocked || drafts.reading) return
    if (drafts.entries.length > 0) void run(() => addDrafts(drafts))
    else if (way === 'picture') setMissing(t('authenticator.adding.pictureMissing'))
    else if (link.trim() === '') setMissing(t('authenticator.adding.linkMissing'))
    else void readLink(fromLink.read, link)
  }
  const blocked = way === 'hand' ? null : nothingToAdd(way === 'link' ? fromLink : fromPicture)

  return (
    <FormDialog
      wide
      height="steady"
      title={t('authenticator.adding.title')}
      testId="dialog-add-account"
      onCancel={onCancel}
      onSubmit={submit}
      actions={
        <>
          <Action onPress={onCancel} testId="action-cancel">
            {t('common.cancel')}
          </Action>
          <Action type="submit" appearance="primary" busy={busy} blocked={blocked && t(`authenticator.adding.${blocked}`)} testId="action-add">
            {t('authenticator.adding.add')}
          </Action>
        </>
      }
    >
      <TabList
        selectedValue={way}
        aria-label={t('authenticator.adding.ways')}
        onTabSelect={(_, { value }) => {
          setWay(value as Way)
          setMissing(null)
        }}
      >
        {ways.map((value) => (
          <Tab key={value} value={value} data-testid={`tab-${value}`}>
            {t(`authenticator.adding.${value}`)}
          </Tab>
        ))}
      </TabList>
      <div ref={content} className={styles.way} role="tabpanel" aria-label={t(`authenticator.adding.${way}`)}>
        {way === 'link' && (
          <LinkWay
            link={link}
            onLink={(text) => {
              setLink(text)
              setMissing(null)
            }}
            drafts={fromLink}
            blocked={missing}
            onKept={submit}
          />
        )}
        {way === 'picture' && <PictureWay name={pictureName} onPictures={(pictures) => take({ pictures })} drafts={fromPicture} dragging={dragging} blocked={missing} onKept={submit} />}
        {way === 'hand' && (
          <ManualWay
            form={form}
            fault={fault}
            onKept={submit}
            onForm={(change: Partial<ManualForm>) => {
              setForm({ ...form, ...change })
              clear()
            }}
          />
        )}
      </div>
    </FormDialog>
  )
}

/** The names of the pictures. */
function nameOfOffered({ pictures, scan }: Offered): string | null {
  return scan?.name ?? pictures?.map(({ name }) => name).join(', ') ?? null
}

/** Why nothing can be added; null also if nothing was read. */
function nothingToAdd({ entries }: Drafts): 'nothingNew' | 'nothingChosen' | null {
  if (entries.length === 0 || entries.some(({ chosen }) => chosen)) return null
  return entries.every(({ draft }) => draft.alreadyThere) ? 'nothingNew' : 'nothingChosen'
}
