// The demo: its people, its service and its phone.

import type { Answers } from './answer'
import { PERIOD } from './common'

export const demo: Answers = {
  demo_people: () => [
    { userPrincipalName: 'nora@contoso.example', displayName: 'Nora New', password: 'spring-meadow-41', story: 'not_registered' },
    { userPrincipalName: 'ann@contoso.example', displayName: 'Ann Example', password: 'correct horse', story: 'registered' },
    { userPrincipalName: 'max@contoso.example', displayName: 'Max Many', password: 'forty-doors-shut', story: 'at_the_limit' },
    { userPrincipalName: 'sam@contoso.example', displayName: 'Sam Switched', password: 'quiet-harbor-7', story: 'reregistration_required' },
    { userPrincipalName: 'ada@contoso.example', displayName: 'Ada Admin', password: 'tall-lantern-22', story: 'administrator' },
  ],
  demo_service_running: (_, world) => world.serviceRunning,
  demo_set_service_running: ({ running }, world) => {
    world.serviceRunning = running
  },
  reset_demo: () => null,
  open_demo_phone: () => null,
  phone_messages: (_, world) => world.messages,
  demo_tokens: () => {
    const until = (Math.floor(Date.now() / PERIOD) + 1) * PERIOD
    const shown = { code: '287082', codeUntil: until, periodSeconds: 30 }
    return [
      { serialNumber: '40117', model: 'OTP c200', owner: null, clockAheadSeconds: 0, ...shown },
      { serialNumber: '31066', model: 'OTP c100', owner: 'Ann Example', clockAheadSeconds: 1200, ...shown },
    ]
  },
  reply_to_message: () => null,
  phone_calls: (_, world) => world.calls,
  act_on_call: ({ id, action }, world, emit) => {
    world.calls = world.calls.map((call) => (call.id === id ? { ...call, state: action === 'answer' ? 'talking' : 'ended' } : call))
    emit('phone-calls', world.calls)
  },
  press_phone_key: ({ id, key }, world, emit) => {
    if (key === '#') world.calls = world.calls.map((call) => (call.id === id ? { ...call, state: 'ended', spoken: 'You are verified. Goodbye.' } : call))
    emit('phone-calls', world.calls)
  },
  phone_notifications: (_, world) => world.notifications,
  phone_decide: () => null,
  phone_scan: () => null,
}
