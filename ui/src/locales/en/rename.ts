// Another name for a device, a token or an app password.

export const rename = {
  title: 'Rename "{{name}}"',
  label: 'Name',
  action: 'Rename',
  renamed: 'Name saved',
  empty: 'Type a name first.',
  tooLong: 'Use at most 64 characters.',
  invisible: "The name contains characters that can't be shown.",
}
