// Where notices to a person go, and in which language; whether the mail server refuses the address.

import { Dropdown, Field, Input, Option } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { setPersonMail, type AdminUserDetails } from '../../backend/administration'
import { Action } from '../../components/Action'
import { CancelOr } from '../../components/CancelOr'
import { FaultBar } from '../../components/FaultBar'
import { FormDialog } from '../../components/FormDialog'
import { useOffline } from '../../components/offline'
import { SettingsCard } from '../../components/SettingsCard'
import { useCommand } from '../../state/command'
import { useFormats } from '../../state/format'
import { languages } from '../../state/language'

const AS_USED = 'asUsed'

export interface PersonMailProps {
  details: AdminUserDetails
  blocked: string | null
  /** A role without this action sees the address alone. */
  administers: boolean
  /** With what was done. */
  onChanged: (words: string) => void
}

export function PersonMail({ details, blocked, administers, onChanged }: PersonMailProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const [open, setOpen] = useState(false)
  const { mail, preferredLanguage, mailRefused } = details
  const language = languages.find(({ id }) => id === preferredLanguage)?.name
  const refused = mailRefused && t('administration.mail.refused', { date: format.date(mailRefused.refusedDateTime), answer: mailRefused.answer })
  return (
    <>
      <SettingsCard
        title={t('administration.mail.title')}
        state={[mail ?? t('administration.mail.none'), language, refused].filter(Boolean).join(' · ')}
        control={
          administers && (
            <Action size="small" blocked={blocked} onPress={() => setOpen(true)} testId="action-change-mail">
              {t('administration.mail.change')}
            </Action>
          )
        }
        testId="card-mail"
      />
      {open && (
        <MailDialog
          details={details}
          onCancel={() => setOpen(false)}
          onDone={() => {
            setOpen(false)
            onChanged(t('administration.mail.done'))
          }}
        />
      )}
    </>
  )
}

function MailDialog({ details, onCancel, onDone }: { details: AdminUserDetails; onCancel: () => void; onDone: () => void }) {
  const { t } = useTranslation()
  const offline = useOffline()
  const { busy, fault, clear, run } = useCommand()
  const [mail, setMail] = useState(details.mail ?? '')
  const [language, setLanguage] = useState(details.preferredLanguage ?? AS_USED)
  const typed = mail.trim()
  const wrong = typed !== '' && !/^[^\s@]+@[^\s@]+$/.test(typed)
  const blocked = offline ?? (wrong ? t('administration.mail.wrong') : null)
  const save = async () => {
    if (blocked) return
    if (await run(() => setPersonMail(details.userPrincipalName, typed, language === AS_USED ? '' : language))) onDone()
  }
  return (
    <FormDialog
      title={t('administration.mail.changeTitle', { name: details.displayName })}
      testId="dialog-mail"
      onCancel={onCancel}
      onSubmit={() => void save()}
      actions={
        <CancelOr onCancel={onCancel} busy={busy} blocked={blocked} testId="action-save-mail">
          {t('common.save')}
        </CancelOr>
      }
    >
      {fault && <FaultBar fault={fault} />}
      <Field label={t('administration.mail.address')} hint={t('administration.mail.addressHint')} validationMessage={wrong ? t('administration.mail.wrong') : undefined}>
        <Input
          type="email"
          autoFocus
          autoComplete="off"
          value={mail}
          onChange={(_, { value }) => {
            clear()
            setMail(value)
          }}
          data-testid="field-mail"
        />
      </Field>
      <Field label={t('administration.mail.language')}>
        <Dropdown
          inlinePopup
          value={languages.find(({ id }) => id === language)?.name ?? t('administration.mail.asUsed')}
          selectedOptions={[language]}
          onOptionSelect={(_, { optionValue }) => setLanguage(optionValue ?? AS_USED)}
          data-testid="field-mail-language"
        >
          <Option value={AS_USED}>{t('administration.mail.asUsed')}</Option>
          {languages.map(({ id, name }) => (
            <Option key={id} value={id} text={name}>
              <span lang={id}>{name}</span>
            </Option>
          ))}
        </Dropdown>
      </Field>
    </FormDialog>
  )
}
