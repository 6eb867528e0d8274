// The hardware tokens of the made-up organisation.

import type { HardwareOathDevice } from '../../src/backend/token-inventory'

const token = (number: number, more: Partial<HardwareOathDevice>): HardwareOathDevice => ({
  id: `t-${number}`,
  serialNumber: String(2_300_100 + number),
  manufacturer: 'Feitian',
  model: 'OTP c200',
  secretKey: null,
  timeIntervalInSeconds: 30,
  hashFunction: 'hmacsha1',
  status: 'available',
  assignedTo: null,
  validUntil: null,
  lastUsedDateTime: null,
  ...more,
})

export const newTokens = (): HardwareOathDevice[] => [
  token(1, { status: 'activated', assignedTo: 'ann@contoso.example', lastUsedDateTime: new Date(Date.now() - 7_200_000).toISOString() }),
  token(2, { status: 'assigned', assignedTo: 'ben@contoso.example' }),
  token(3, { status: 'failedActivation', assignedTo: 'carla@contoso.example' }),
  token(4, { manufacturer: 'Acme', model: 'Press 1', timeIntervalInSeconds: null }),
  token(5, { validUntil: new Date(Date.now() + 90 * 86_400_000).toISOString() }),
]
