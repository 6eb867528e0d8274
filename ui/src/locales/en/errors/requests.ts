// What the service refuses in any call.

export const requests = {
  invalid_request: {
    title: "The service didn't accept this",
    detail: 'Field: {{field}}.',
    next: 'Check what you typed. This app may also be older or newer than the service.',
  },
  invalid_token: {
    title: 'Your session has ended',
    next: 'Sign in again.',
  },
  insufficient_scope: {
    title: "You can't do this now",
    next: 'Finish setting up your account first, or sign in again.',
  },
  precondition_failed: {
    title: 'Somebody changed this meanwhile',
    next: 'Load it again, then make your change once more.',
  },
  not_found: {
    title: 'This is no longer there',
    next: 'It may have been deleted elsewhere. The page is up to date now.',
  },
  wrong_password: {
    title: "The current password isn't right",
    next: 'Check it, then try again.',
  },
  password_in_directory: {
    title: "This password belongs to your organization's directory",
    next: "Change it where your organization's passwords are changed, for example on your work computer.",
  },
  password_invalid: {
    title: "This password can't be used",
    next: 'Choose another one.',
    reasons: {
      too_short: 'It is shorter than 8 characters.',
      too_long: 'It is longer than 256 characters.',
      too_common: 'It is too common.',
      same: 'It is the same as the current one.',
    },
  },
  user_name_taken: {
    title: 'This user name is taken',
    next: 'Choose another user name, or find the person in the list.',
  },
  last_administrator: {
    title: 'This is the last administrator',
    next: 'Make somebody else an administrator first, then try again.',
  },
  administrator_protected: {
    title: 'This is an administrator',
    next: "The help desk can't change the accounts of administrators. Ask another administrator.",
  },
  own_account: {
    title: 'This is your own account',
    next: 'Use the Security page for your own methods, or ask a colleague.',
  },
  caller_not_verified: {
    title: 'Verify the caller first',
    next: "Ask the person's own phone, or choose Without verification and say why.",
  },
  agent_stopped: {
    title: 'You cannot help callers now',
    next: 'A person reported that nobody was calling them. Tell an administrator; it ends after an hour.',
  },
  changed_since: {
    title: 'This person was changed since',
    next: 'Nothing was undone for this person. Look at the current state, and set it again if needed.',
  },
  undo_not_possible: {
    title: "This change can't be undone",
    next: 'Only changes of the state can be undone, within 24 hours. Change the people again instead.',
  },
  not_blocked: {
    title: 'This person is not blocked',
    next: 'There is nothing to undo. If they still cannot sign in, look at their latest activity.',
  },
  rate_limited: {
    title: 'Too many requests',
    detail: 'You can try again in {{retryAfter}}.',
    next: 'Wait a little, then try again.',
  },
  step_up_required: {
    title: 'Verify again to make this change',
    next: 'Try again, and enter the code when asked.',
  },
  service_unavailable: {
    title: "The service isn't available",
    next: 'Try again in a few minutes.',
  },
  internal_error: {
    title: 'Something went wrong in the service',
    next: 'Try again. If it happens again, contact your help desk with the details.',
  },
}
