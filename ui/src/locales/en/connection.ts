// The truth about the service, at the foot of the navigation.

export const connection = {
  signedOut: 'Signed out',
  connecting: 'Connecting',
  justNow: 'Synced just now',
  synced: 'Synced {{time}}',
  offline: 'Offline',
  offlineSince: 'Offline, last synced {{time}}',
}
