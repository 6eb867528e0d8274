// Administration: the sign-in log is checked and exported.

export const logCheck = {
  verify: 'Verify the log',
  checking: 'Checking the log',
  progress: '{{checked}} of {{of}} rows',
  whole: 'The log is whole',
  wholeText: 'Rows checked: {{checked}}. Not sealed yet: {{waiting}}. Removed by retention: {{forgotten}}.',
  head: 'Keep the last row and its hash ({{head}}) elsewhere: they show later that the log was not replaced.',
  copyHead: 'Copy row and hash',
  broken: 'The log was changed',
  brokenNext: 'Find out who had access to the database, and compare the log with a copy that you keep elsewhere.',
  faults: {
    ends: 'The record of its ends was changed, or written with other server keys.',
    no_ends: 'The record of its ends is gone.',
    changed: 'Row {{first}} was changed, or was not written by this service.',
    changed_unsealed: 'A row that is not sealed yet was changed, or was not written by this service.',
    moved: 'Row {{first}} does not belong in its place, or its count was changed.',
    missing: 'Rows {{first}} to {{last}} are missing.',
    behind: 'Row {{first}} was added behind the end.',
    removals: 'The record of what retention removed was changed.',
  },
  export: 'Export',
  csv: 'As CSV',
  json: 'As JSON',
  folder: 'Choose a folder for the log',
  saved: 'Saved as {{file}}',
}
