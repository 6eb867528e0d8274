// What is said while the service does not answer.

export const offline = {
  lastSynced: 'Offline, last synced {{time}}',
  neverSynced: 'Offline',
  explained: "You're seeing the last known state. You can make changes again when the service responds.",
  reason: "This needs the service, which can't be reached now.",
}
