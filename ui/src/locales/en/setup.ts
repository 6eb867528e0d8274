// Setting an authenticator app up.

export const setup = {
  open: 'Open your authenticator app and add an account',
  openHint: 'Any authenticator app works, on your phone or on this computer.',
  scan: 'Scan the QR code',
  qrAlt: 'QR code for your authenticator app',
  thisComputer: "Add to this computer's authenticator",
  newQr: 'Generate a new QR code',
  timeLeft: 'Valid for another {{time}}',
  expired: 'This QR code has expired. Generate a new one.',
  cantScan: "Can't scan the QR code?",
  secretKey: 'Secret key',
  copySecret: 'Copy secret key',
  link: 'Link',
  copyLink: 'Copy link',
  type: 'Enter the six digits that the app shows',
  deviceName: 'Name of the device',
  deviceNameHint: 'How it appears in your list, such as Pixel 9',
  deviceNameDefault: 'Phone',
}
