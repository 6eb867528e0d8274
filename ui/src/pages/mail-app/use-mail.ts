// The state of the mail app: it signs in with what was typed, and again every ten seconds if it is asked to.

import { useCallback, useEffect, useEffectEvent, useState } from 'react'

import { mailAppSignIn, type MailAppAnswer } from '../../backend/stage'

const AGAIN_AFTER = 10_000

export interface Mail {
  name: string
  setName: (name: string) => void
  password: string
  setPassword: (password: string) => void
  again: boolean
  setAgain: (again: boolean) => void
  busy: boolean
  /** The last answer let the app in. */
  allowed: boolean
  /** What the server said when it refused. */
  words: string | null
  unreachable: boolean
  check: () => void
}

export function useMail(): Mail {
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState(false)
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<MailAppAnswer | null>(null)

  const check = useCallback(() => {
    setBusy(true)
    setAnswer(null)
    const asked = mailAppSignIn(name, password).catch((): MailAppAnswer => ({ answer: 'unreachable' }))
    void asked.then((told) => {
      setAnswer(told)
      setBusy(false)
    })
  }, [name, password])

  const repeat = useEffectEvent(() => {
    if (name.trim() !== '' && password !== '' && !busy) check()
  })
  useEffect(() => {
    if (!again) return
    const timer = setInterval(() => repeat(), AGAIN_AFTER)
    return () => clearInterval(timer)
  }, [again])

  // Other words in the fields are another attempt: what the server said before no longer belongs to them.
  const typed = (set: (text: string) => void) => (text: string) => {
    set(text)
    setAnswer(null)
  }
  return {
    name,
    setName: typed(setName),
    password,
    setPassword: typed(setPassword),
    again,
    setAgain,
    busy,
    allowed: answer?.answer === 'allowed',
    words: answer?.answer === 'refused' ? answer.words : null,
    unreachable: answer?.answer === 'unreachable',
    check,
  }
}
