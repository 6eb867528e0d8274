// The demo phone: receives the texts of the demo organisation, newest at the bottom, and its calls.

import { makeStyles, tokens } from '@fluentui/react-components'
import { ChatRegular } from '@fluentui/react-icons/svg/chat'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { EmptyState } from '../../components/EmptyState'
import { FaultBar } from '../../components/FaultBar'
import { RestartedNotice, useRestarted } from '../../components/RestartedNotice'
import { CallScreen } from './CallScreen'
import { MessageBubble } from './MessageBubble'
import { Notifications } from './Notifications'
import { OwnerStrip } from './OwnerStrip'
import { TokenDrawer } from './TokenDrawer'
import { phonesOf } from './phones'
import { ReplyField } from './ReplyField'
import { useCalls } from './use-calls'
import { useMessages } from './use-messages'

const useStyles = makeStyles({
  phone: { height: '100%', display: 'flex', flexDirection: 'column', backgroundColor: tokens.colorNeutralBackground3 },
  main: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '16px', outline: 'none' },
  messages: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', rowGap: '16px' },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
})

export function DemoPhonePage() {
  const { t } = useTranslation()
  const styles = useStyles()
  const { messages, arrived, fault } = useMessages()
  const [chosen, setChosen] = useState<string | null>(null)
  const main = useRef<HTMLElement>(null)
  const { calls, present, close, fault: callFault } = useCalls(chosen)
  const { restarted, dismiss } = useRestarted()

  const shown = chosen === null ? messages : messages.filter(({ to }) => to === chosen)
  const newest = shown.at(-1)?.id
  const problem = fault ?? callFault

  useEffect(() => {
    main.current?.scrollTo({ top: main.current.scrollHeight })
  }, [newest])

  useEffect(() => {
    document.title = t('demoPhone.title')
  }, [t])

  return (
    <div className={styles.phone} data-testid="page-demo-phone">
      <OwnerStrip phones={phonesOf(messages, calls)} chosen={chosen} onChoose={setChosen} />
      <Notifications />
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it also when no button is in it */}
      <main ref={main} className={styles.main} tabIndex={0} aria-label={t('demoPhone.messages')}>
        {restarted && <RestartedNotice onClose={dismiss} />}
        {problem && <FaultBar fault={problem} />}
        {shown.length === 0 ? (
          <EmptyState icon={<ChatRegular />} title={t('demoPhone.emptyTitle')} text={t('demoPhone.emptyText')} testId="empty-demo-phone" />
        ) : (
          <ol className={styles.messages}>
            {shown.map((message) => (
              <MessageBubble key={message.id} message={message} />
            ))}
          </ol>
        )}
        {newest !== undefined && <ReplyField key={newest} messageId={newest} />}
      </main>
      <TokenDrawer />
      {present && <CallScreen call={present} onClose={close} />}
      <div role="status" className={styles.unseen} data-testid="announcer">
        {arrived && t('demoPhone.arrived', { name: arrived.owner ?? arrived.to, text: arrived.text })}
      </div>
    </div>
  )
}
