// The details of a fault.

export const fault = {
  code: 'Error code',
  correlationId: 'Correlation id',
  time: 'Time',
  user: 'User',
  userId: 'User id',
}
