// Methods: added, verified, named, removed; and the wizard.

import { fault } from '../shell'
import { hardwareToken } from '../world'
import type { Answers } from './answer'
import { checkCode, QR, RIGHT_CODE } from './common'

function rename(list: { id: string; displayName: string }[], id: string, displayName: string) {
  const named = list.find((one) => one.id === id)
  if (named) named.displayName = displayName
}

export const securityInfo: Answers = {
  change_password: ({ currentPassword, newPassword }) => {
    if (currentPassword !== 'correct horse') throw fault('wrong_password')
    if (String(newPassword).length < 8) throw fault('password_invalid', { reason: 'too_short' })
    return null
  },
  security_info: (_, world) => world.security,
  start_phone: ({ phoneNumber }) => {
    const digits = String(phoneNumber).replace(/\D/g, '')
    // Without a number it is the one that the organisation set.
    if (phoneNumber !== '' && digits.length < 8) throw fault('phone_number_invalid', { reason: 'too_short' })
    return { verificationId: 'v1', expiresInSeconds: 180, resendInSeconds: 30, reply: false, phoneNumber: phoneNumber || '+1 XXXXXXXX00' }
  },
  verify_phone: ({ code }) => checkCode(code),
  phone_verified: () => false,
  delete_phone: ({ phoneType }, world) => {
    world.security.phones = world.security.phones.filter((phone) => phone.phoneType !== phoneType)
  },
  start_mobile_app: () => ({
    id: 's1',
    qrSvg: QR,
    secretKey: 'JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP',
    otpauthUri: 'otpauth://totp/Contoso:ann%40contoso.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Contoso',
    expiresInSeconds: 600,
    thisComputerPossible: true,
  }),
  activate_mobile_app: ({ code }) => checkCode(code),
  add_mobile_app_to_this_computer: () => null,
  cancel_mobile_app: () => null,
  copy_setup_secret: () => null,
  copy_setup_link: () => null,
  delete_mobile_app: ({ methodId }, world) => {
    if (world.security.authenticatorApps.length + world.security.phones.length <= 1) throw fault('last_method')
    world.security.authenticatorApps = world.security.authenticatorApps.filter((app) => app.id !== methodId)
  },
  add_hardware_token: ({ serialNumber, code, displayName }, world) => {
    if (serialNumber !== '40117') throw fault('hardware_token_not_found')
    if (code !== RIGHT_CODE) throw fault('incorrect_code')
    world.security.hardwareTokens.push(hardwareToken('token-2', displayName || 'OTP c200', serialNumber))
  },
  resync_hardware_token: ({ firstCode, secondCode }) => {
    if (firstCode !== RIGHT_CODE || secondCode === RIGHT_CODE) throw fault('codes_not_consecutive')
  },
  delete_hardware_token: ({ id }, world) => {
    world.security.hardwareTokens = world.security.hardwareTokens.filter((token) => token.id !== id)
  },
  rename_mobile_app: ({ id, displayName }, world) => rename(world.security.authenticatorApps, id, displayName),
  rename_push_device: ({ id, displayName }, world) => rename(world.security.authenticators, id, displayName),
  rename_hardware_token: ({ id, displayName }, world) => rename(world.security.hardwareTokens, id, displayName),
  rename_trusted_device: ({ id, displayName }, world) => rename(world.security.trustedDevices, id, displayName),
  rename_app_password: ({ id, displayName }, world) => {
    if (world.appPasswords.value.some((row) => row.id !== id && row.displayName === displayName)) throw fault('app_password_name_taken')
    rename(world.appPasswords.value, id, displayName)
  },
  forget_trusted_device: ({ id }, world) => {
    world.security.trustedDevices = world.security.trustedDevices.filter((device) => device.id !== id)
  },
  set_preferred: ({ method }, world) => {
    world.security.preferred = method
  },
  restore_mfa: (_, world) => {
    world.security.trustedDevices = []
  },
  complete_registration: (_, world, emit) => {
    const { person } = world.status
    if (person) world.status = { ...world.status, person: { ...person, registration: { required: false, reasons: [] } } }
    emit('status', world.status)
  },
  begin_wizard: () => null,
  cancel_registration: () => null,
}
