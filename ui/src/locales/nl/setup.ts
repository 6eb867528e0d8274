// Setting an authenticator app up.

import type { setup as english } from '../en/setup'

export const setup: typeof english = {
  open: 'Open uw authenticator-app en voeg een account toe',
  openHint: 'Elke authenticator-app is geschikt, op uw telefoon of op deze computer.',
  scan: 'Scan de QR-code',
  qrAlt: 'QR-code voor uw authenticator-app',
  thisComputer: 'Toevoegen aan de authenticator van deze computer',
  newQr: 'Nieuwe QR-code genereren',
  timeLeft: 'Nog {{time}} geldig',
  expired: 'Deze QR-code is verlopen. Genereer een nieuwe.',
  cantScan: 'Kunt u de QR-code niet scannen?',
  secretKey: 'Geheime sleutel',
  copySecret: 'Kopiëren: geheime sleutel',
  link: 'Koppeling',
  copyLink: 'Kopiëren: koppeling',
  type: 'Voer de zes cijfers in die de app toont',
  deviceName: 'Naam van het apparaat',
  deviceNameHint: 'Zodat u het in uw lijst herkent, bijvoorbeeld Pixel 9',
  deviceNameDefault: 'Telefoon',
}
