// A change to the account that was made somewhere else.

export const accountAlert = {
  elsewhere: 'in another session',
  where: '{{about}}, {{time}}.',
  text: "If you don't know about this, look at your recent activity.",
  show: 'Recent activity',
}
