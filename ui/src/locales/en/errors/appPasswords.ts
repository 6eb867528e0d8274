// App passwords.

export const appPasswords = {
  app_password_limit_reached: {
    title: "You've reached the limit of app passwords",
    detail: 'The limit is {{limit}}.',
    next: 'Delete one to create another.',
  },
  app_password_lifetime_too_long: {
    title: 'The app password would be valid for too long',
    detail: 'The longest period is {{days}} days.',
    next: 'Choose an earlier day.',
  },
  app_password_networks_invalid: {
    title: "This isn't a network",
    next: 'Write each as 192.0.2.0/24, or one address, and separate them with spaces.',
  },
  access_token_name_taken: {
    title: 'There is an access token with this name already',
    next: 'Choose another name.',
  },
  app_password_name_taken: {
    title: 'You already have an app password with this name',
    next: 'Choose another name.',
  },
  app_password_name_invalid: {
    title: "This name can't be used",
    reasons: {
      empty: 'The name is empty.',
      too_long: 'It has more than 64 characters.',
      control_characters: "It contains characters that can't be shown.",
    },
    next: 'Choose another name.',
  },
  app_passwords_not_allowed: {
    title: "App passwords can't be created",
    reasons: {
      disabled_by_organization: "Your organization doesn't allow app passwords.",
      second_step_not_registered: 'Set up additional security verification first.',
      managed_by_policy: "Your organization's policy asks for a second step and doesn't accept app passwords.",
      modern_sign_in_only: 'This account works only with apps that can ask for a code.',
      limit_reached: "You've reached the limit of app passwords.",
    },
    next: 'Ask your administrator if you need one.',
  },
}
