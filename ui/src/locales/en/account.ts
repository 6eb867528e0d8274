// The menu at the name.

export const account = {
  menu: 'Account of {{name}}',
  switch: 'Switch account',
}
