// Answers the newest text.

import { Button, Input, makeStyles } from '@fluentui/react-components'
import { SendRegular } from '@fluentui/react-icons/svg/send'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { replyToMessage } from '../../backend/demo'
import { FaultBar } from '../../components/FaultBar'
import { useCommand } from '../../state/command'

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '16px' },
  text: { flexGrow: 1, minWidth: '120px' },
})

export function ReplyField({ messageId }: { messageId: string }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const [text, setText] = useState('')
  const { busy, fault, run } = useCommand()
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '' && (await run(() => replyToMessage(messageId, text)))) setText('')
  }
  return (
    <form className={styles.form} onSubmit={(event) => void send(event)}>
      <Input className={styles.text} value={text} onChange={(_, data) => setText(data.value)} aria-label={t('demoPhone.replyTo')} placeholder={t('demoPhone.reply')} autoComplete="off" data-testid="field-reply" />
      <Button type="submit" icon={<SendRegular />} disabledFocusable={busy} aria-label={t('demoPhone.send')} data-testid="action-send-reply" />
      {fault && <FaultBar fault={fault} />}
    </form>
  )
}
