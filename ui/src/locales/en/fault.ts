// The details of a fault.

export const fault = {
  code: 'Error code',
  correlationId: 'Correlation id',
  time: 'Time',
  user: 'User',
  userId: 'User id',
  clocks: 'The device shows {{device}}, the service {{service}}: {{apart}} apart.',
  setClock: 'Set the clock of the device, then type the code that it shows.',
  counterAhead: 'The token has shown many codes since it was last used.',
  nextCode: 'Wait for the next code of this token and type that one: it brings the token back in step.',
}
