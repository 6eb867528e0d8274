// Confirming it is you, before a change that wants a fresh second step.

export const stepUp = {
  title: "Confirm that it's you",
  text: 'This change wants a second step that is not older than 10 minutes. What you typed stays as it is.',
}
