// Where a list has no room for columns: in the smallest window, and beside the wide navigation of a small one.

export const NARROW = '@media (max-width: 559px), (min-width: 760px) and (max-width: 919px)'
