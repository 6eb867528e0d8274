// The menu at the name.

export const account = {
  switch: 'Switch account',
}
