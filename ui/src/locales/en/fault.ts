// The details of a fault.

export const fault = {
  code: 'Error code',
  correlationId: 'Correlation ID',
  time: 'Time',
  user: 'User',
  userId: 'User ID',
  clocks: "The device's clock shows {{device}} and the service's shows {{service}}, {{apart}} apart.",
  setClock: "Correct the device's clock, then enter the code that it shows.",
  counterAhead: 'The token has shown many codes since you last used it.',
  nextCode: "Enter the token's next code to synchronize it again.",
}
