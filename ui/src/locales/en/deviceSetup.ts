// Setting up a device with a new app password.

export const deviceSetup = {
  waiting: 'Waiting for the first sign-in…',
  connected: 'Connected just now from {{client}}',
  refused: '{{client}} was refused: {{why}}',
  refusedByLimits: "{{client}} was refused: this app password isn't for that app or network",
  device: 'Device',
  devices: {
    other: 'Another app',
    apple: 'iPhone, iPad or Mac',
    thunderbird: 'Thunderbird',
    android: 'Thunderbird for Android',
    outlook: 'Outlook',
  },
  showCode: 'Show code',
  code: 'QR code for the device',
  codeHint: "The code holds the password. Don't show it to anyone.",
  userName: 'User name',
  incoming: 'Incoming mail',
  outgoing: 'Outgoing mail',
  calendar: 'Calendar and contacts',
  vpn: 'VPN',
  wifi: 'Wi-Fi',
  copy: 'Copy {{what}}',
  steps: {
    other: {
      first: 'Open the account in the app, or add one.',
      second: 'Enter the user name and the servers below.',
      third: 'Enter the app password in place of your password.',
    },
    apple: {
      first: 'Show the code and scan it with the camera. It works once, for ten minutes.',
      second: 'Allow the profile to download.',
      third: 'In Settings, open Profile Downloaded and install it.',
    },
    thunderbird: {
      first: 'Add a mail account with your address.',
      second: 'Thunderbird finds the servers by itself.',
      third: 'Enter the app password in place of your password.',
    },
    android: {
      first: 'In Thunderbird, choose to import settings and scan a code.',
      second: 'Show the code and scan it.',
      third: 'Confirm the account.',
    },
    outlook: {
      first: 'Add an account with your address.',
      second: 'Choose IMAP if Outlook asks for the type.',
      third: 'Enter the app password in place of your password.',
    },
  },
}
