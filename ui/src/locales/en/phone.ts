// Phones: numbers, and verifying them.

export const phone = {
  types: {
    mobile: 'Authentication phone',
    office: 'Office phone',
    alternateMobile: 'Alternate authentication phone',
  },
  country: 'Country or region',
  noCountry: 'No country or region found',
  number: 'Phone number',
  stored: 'Stored as {{number}}',
  missing: 'Type a phone number first.',
  sent: "We've sent a text message with a code to {{number}}.",
  verified: 'Verified {{date}}',
  notSetUp: 'Not set up',
  readOnly: 'Set by your organization',
  addTitle: 'Add: {{name}}',
  changeTitle: 'Change: {{name}}',
  addText: 'We send a code by text message. The number is saved once you have typed the code.',
  changeText: 'We send a code to the new number. Until you have typed it, the old number stays.',
  saved: 'Phone number saved',
  deleteTitle: 'Delete this phone number?',
  deleteText: '{{name}} can no longer be used to sign in.',
  deleted: 'Phone number deleted',
}
