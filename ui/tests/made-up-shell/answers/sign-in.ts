// Signing in, and the second step.

import { fault } from '../shell'
import type { Answers } from './answer'
import { checkCode } from './common'

const methods = [
  { id: 'sms-1', type: 'sms', hint: '+X XXXXXXXX55' },
  { id: 'oath-1', type: 'oath', hint: 'Pixel 9' },
  { id: 'voice-1', type: 'voiceMobile', hint: '+X XXXXXXXX55' },
  { id: 'voice-2', type: 'voiceOffice', hint: '+X XXXXXXXX00' },
  { id: 'push', type: 'push', hint: 'Pixel 9' },
]

const secondStep = (methodId: string) => ({
  step: 'secondStep',
  methods,
  rememberDays: 14,
  notStarted: null,
  challenge: {
    methodId,
    expiresInSeconds: methodId === 'push' ? 60 : 180,
    resendInSeconds: methodId === 'sms-1' ? 30 : null,
    pollInSeconds: methodId.startsWith('oath') ? null : 2,
    number: methodId === 'push' ? '42' : null,
    reply: false,
  },
})

export const signIn: Answers = {
  sign_in: ({ password }) => {
    if (password !== 'correct horse') throw fault('invalid_credentials')
    return secondStep('sms-1')
  },
  start_method: ({ methodId }) => secondStep(methodId),
  submit_code: ({ code }, world, emit) => {
    checkCode(code)
    emit('status', { ...world.status })
    return { step: 'signedIn' }
  },
  poll_method: () => null,
  own_code_possible: () => false,
  submit_own_code: () => ({ step: 'signedIn' }),
  cancel_sign_in: () => null,
  sign_out: (_, world, emit) => {
    world.status = { ...world.status, connection: 'signedOut', person: null }
    emit('status', world.status)
  },
}
