// Confirming it is you, before a change that wants a fresh second step.

export const stepUp = {
  title: 'Verify again to make this change',
  text: 'This change needs a verification from the last 10 minutes. What you entered is kept.',
}
