// The messages of the demo phone: the present ones, and each new one.

import { useEffect, useState } from 'react'

import { onPhoneHolders, onPhoneMessage, phoneMessages, type PhoneMessage } from '../../backend/demo'
import { toFault, type Fault } from '../../backend/fault'
import { useHeard } from '../../state/heard'
import { inOrder } from './phones'

export interface Messages {
  messages: PhoneMessage[]
  /** The last one that arrived while the window was open. */
  arrived: PhoneMessage | null
  fault: Fault | null
}

export function useMessages(): Messages {
  const [messages, setMessages] = useState<PhoneMessage[]>([])
  const [arrived, setArrived] = useState<PhoneMessage | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)

  useEffect(() => {
    let closed = false
    let stop: (() => void) | undefined
    const open = async () => {
      // Listens first, so that no message is lost between the answer and the first event.
      const ended = await onPhoneMessage((message) => {
        setMessages((before) => inOrder([...before, message]))
        setArrived(message)
      })
      if (closed) return ended()
      stop = ended
      const answer = await phoneMessages()
      if (!closed) setMessages((before) => inOrder([...answer, ...before]))
    }
    open().catch((thrown: unknown) => {
      if (!closed) setFault(toFault(thrown))
    })
    return () => {
      closed = true
      stop?.()
    }
  }, [])

  useHeard(onPhoneHolders, () => {
    void phoneMessages().then((answer) => setMessages((before) => inOrder([...before, ...answer])), () => undefined)
  })

  return { messages, arrived, fault }
}
