// Requests to approve, and this computer as a device.

import { fault } from '../shell'
import type { Answers } from './answer'
import { QR } from './common'

export const approvals: Answers = {
  approvals: (_, world) => world.approvals,
  decide_request: ({ id, choice, number }, world, emit) => {
    world.approvals.requests = world.approvals.requests.filter((request) => request.id !== id)
    world.status = { ...world.status, approvals: world.approvals.requests.length }
    emit('status', world.status)
    emit('approvals-changed')
    if (choice === 'approve' && number !== '42') throw fault('number_mismatch')
  },
  activate_device: ({ code }) => {
    if (code === 'used') throw fault('activation_code_used')
  },
  remove_device: ({ id }, world) => {
    world.approvals.accounts = world.approvals.accounts.filter((account) => account.id !== id)
  },
  show_notification: () => null,
  start_push_setup: () => ({ id: 'd1', qrSvg: QR, activationCode: 'k7mf-2c9w-qp4t-0r1x', activationUrl: 'https://verify.contoso.example', expiresInSeconds: 600 }),
  push_setup_state: (_, world) => world.pushSetup,
  test_push_device: () => ({ number: '42', expiresInSeconds: 60 }),
  cancel_push_setup: () => null,
  use_this_computer: () => null,
  copy_push_setup: () => null,
  delete_push_device: ({ id }, world) => {
    world.security.authenticators = world.security.authenticators.filter((device) => device.id !== id)
  },
}
