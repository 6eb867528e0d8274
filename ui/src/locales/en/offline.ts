// What is said while the service does not answer.

export const offline = {
  lastSynced: 'Offline, last synced {{time}}',
  neverSynced: 'Offline',
  explained: 'You see what was last known. Changes are possible again as soon as the service answers.',
  reason: "This needs the service, which can't be reached now.",
}
