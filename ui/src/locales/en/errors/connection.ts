// The service and the session with it.

export const connection = {
  service_unreachable: {
    title: "The service can't be reached",
    next: 'Check your network connection, and the service address in Settings. Proofup keeps trying.',
  },
  service_not_started: {
    title: "The demo service didn't start",
    detail: 'The system says: {{detail}}.',
    next: 'Try again. If it happens again, restart the app.',
  },
  service_answer_invalid: {
    title: "This address isn't a verification service",
    next: 'Check the service address in Settings.',
  },
  signed_out: {
    title: 'You are signed out',
    next: 'Sign in again.',
  },
  sign_in_over: {
    title: 'This sign-in has ended',
    next: 'Sign in again.',
  },
  service_address_invalid: {
    title: "This isn't a service address",
    reasons: {
      not_a_url: 'It should look like https://verify.example.com.',
      not_https: 'It must start with https://.',
    },
    next: 'Enter the address that your organization gave you.',
  },
}
