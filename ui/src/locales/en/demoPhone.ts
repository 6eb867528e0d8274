// The demo phone: a stand-in for the phones of the made-up people.

export const demoPhone = {
  title: 'Demo phone',
  notReal: 'A stand-in, not a real phone',
  of: 'Phone of {{name}}',
  ofNobody: 'Nobody has set up this number yet',
  all: 'All phones',
  whose: 'Whose phone',
  number: '{{name}}, {{number}}',
  emptyTitle: 'Texts arrive here',
  emptyText: 'When the demo sends a text message, you see it on this phone.',
  messages: 'Messages',
  to: 'To {{name}}',
  copy: 'Copy code',
  copyName: 'Copy code {{code}}',
  arrived: 'New message to {{name}}: {{text}}',
}
