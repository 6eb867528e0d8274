// By link: the accounts of pasted links are shown at once, one a line; a typed link is read with Enter or Add.

import { Field, Textarea } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'

import { draftsFromLink } from '../../../backend/scan'
import { FaultBar } from '../../../components/FaultBar'
import { useFieldFaults } from '../../../components/field-faults'
import { DraftList } from './DraftList'
import { LINK_FAULTS } from './link-faults'
import type { Drafts } from './use-drafts'

export interface LinkWayProps {
  link: string
  onLink: (link: string) => void
  drafts: Drafts
  blocked: string | null
  /** There is a second copy of the key now: the stopped action continues. */
  onKept: () => void
}

export function readLink(read: Drafts['read'], link: string): Promise<void> {
  return read(() => draftsFromLink(link.trim()))
}

export function LinkWay({ link, onLink, drafts, blocked, onKept }: LinkWayProps) {
  const { t } = useTranslation()
  const faults = useFieldFaults(drafts, { link: LINK_FAULTS })
  const type = (text: string, pasted: boolean) => {
    onLink(text)
    drafts.clear()
    if (pasted && text.trim() !== '') void readLink(drafts.read, text)
  }

  return (
    <>
      {faults.bar && <FaultBar fault={faults.bar} />}
      <Field label={t('authenticator.adding.link')} hint={t('authenticator.adding.linkHint')} {...(blocked ? { validationMessage: blocked, validationState: 'error' } : faults.at('link'))}>
        <Textarea
          data-testid="field-link"
          value={link}
          rows={3}
          spellCheck={false}
          autoComplete="off"
          onChange={(event, { value }) => {
            const { inputType } = event.nativeEvent as InputEvent
            type(value, inputType === 'insertFromPaste')
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            event.currentTarget.form?.requestSubmit()
          }}
        />
      </Field>
      <DraftList drafts={drafts} onKept={onKept} />
    </>
  )
}
