// By link: what it would add is shown as soon as it can be read. A link that is still being typed is no fault yet.

import { Field, Textarea } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { draftFromLink } from '../../../backend/authenticator'
import { FaultBar } from '../../../components/FaultBar'
import { DraftList } from './DraftList'
import type { Drafts } from './use-drafts'

const QUIET = 300

export interface LinkWayProps {
  link: string
  onLink: (link: string) => void
  drafts: Drafts
  blocked: string | null
}

export function readLink(read: Drafts['read'], link: string, quietly = false): Promise<void> {
  return read(async () => [await draftFromLink(link.trim())], quietly)
}

export function LinkWay({ link, onLink, drafts, blocked }: LinkWayProps) {
  const { t } = useTranslation()
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(waiting.current), [])

  const type = (text: string, pasted: boolean) => {
    onLink(text)
    drafts.clear()
    clearTimeout(waiting.current)
    if (text.includes('://')) waiting.current = setTimeout(() => void readLink(drafts.read, text, !pasted), pasted ? 0 : QUIET)
  }

  return (
    <>
      {drafts.fault && <FaultBar fault={drafts.fault} />}
      <Field label={t('authenticator.adding.link')} hint={t('authenticator.adding.linkHint')} validationMessage={blocked} validationState={blocked ? 'error' : 'none'}>
        <Textarea
          data-testid="field-link"
          value={link}
          autoFocus
          rows={2}
          spellCheck={false}
          autoComplete="off"
          onChange={(event, { value }) => {
            const { inputType } = event.nativeEvent as InputEvent
            // A link is one line, also when it was copied from where it was broken into several.
            type(value.replace(/[\r\n]+/g, ''), inputType === 'insertFromPaste')
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            event.currentTarget.form?.requestSubmit()
          }}
        />
      </Field>
      <DraftList drafts={drafts} />
    </>
  )
}
