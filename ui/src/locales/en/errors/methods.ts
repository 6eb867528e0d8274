// Phones, apps, tokens, and their codes.

export const methods = {
  phone_number_invalid: {
    title: "This isn't a phone number",
    reasons: {
      country_code_missing: 'The country code is missing. Choose the country or region.',
      country_code_unknown: 'No country or region uses this code.',
      too_short: 'It has too few digits for this country or region.',
      too_long: 'It has too many digits for this country or region.',
      not_a_number: 'It contains characters that no phone number has.',
      not_in_use: 'No number in this country or region starts like this.',
      opted_out: 'Text messages to it were stopped. Send START to the number they came from, then try again.',
      extension_not_allowed: 'Only an office phone can have an extension.',
    },
    next: 'Correct it and try again.',
  },
  phone_type_exists: {
    title: 'This phone already has a number',
    next: 'Change that number instead.',
  },
  text_not_sent: {
    title: "The text message couldn't be sent",
    next: 'Check the number and try again, or use another method.',
  },
  call_not_placed: {
    title: "The call couldn't be placed",
    next: 'Check the number and try again, or use another method.',
  },
  authentication_phone_needed: {
    title: 'Set up the authentication phone first',
    next: 'Then you can add an alternate authentication phone.',
  },
  alternate_phone_exists: {
    title: 'The alternate authentication phone depends on this one',
    next: 'Delete the alternate authentication phone first.',
  },
  display_name_invalid: {
    title: "This name can't be used",
    reasons: {
      empty: 'The name is empty.',
      too_long: 'It has more than 64 characters.',
      control_characters: "It contains characters that can't be shown.",
    },
    next: 'Choose another name.',
  },
  method_not_allowed: {
    title: "Your organization doesn't allow this method",
    next: 'Choose another method, or ask your administrator.',
  },
  last_method: {
    title: "Your last method can't be deleted",
    next: "Without it, you couldn't sign in. Add another method first, then delete this one.",
  },
  preferred_method_not_usable: {
    title: "This option can't be your preferred one",
    next: 'Set it up first, or choose another one.',
  },
  oath_limit_reached: {
    title: "You've reached the limit of authenticator apps and hardware tokens",
    detail: 'The limit is {{limit}}.',
    next: 'Delete one first.',
  },
  hardware_token_not_found: {
    title: "This hardware token can't be added",
    next: 'Check the serial number on the back. If it is right, ask your help desk. The token may belong to somebody else.',
  },
  hardware_token_exists: {
    title: 'You already have this hardware token',
    next: 'It is in the list of your hardware tokens.',
  },
  hardware_token_not_valid: {
    title: "This hardware token can't be used now",
    next: "It isn't valid yet, or has expired. Ask your help desk for another one.",
  },
  codes_not_consecutive: {
    title: "These aren't two codes in a row",
    next: 'Enter the code that the token shows, then the next one. Both must be new.',
  },
  hardware_token_in_use: {
    title: "This hardware token is on somebody's account",
    next: 'Unassign it first.',
  },
  token_file_invalid: {
    title: "This file can't be read",
    reasons: {
      too_large: 'The file is too large.',
      too_many_tokens: 'It has too many tokens. Split it into several files.',
      not_text: 'It is not text in UTF-8.',
      empty: 'It has no tokens.',
      wrong_header: 'Its first row does not name the columns that a token needs, each once.',
      not_csv: "It can't be split into rows.",
      doctype: 'It has a DOCTYPE, which is not accepted.',
      not_xml: 'Its XML is damaged.',
      ends_too_early: 'It ends too early.',
      no_container: 'It is XML, but not a list of tokens.',
      version_unsupported: 'Its version is not supported.',
      key_needed: 'It is encrypted and needs a password or key.',
      key_method_unsupported: 'The way its key is derived or wrapped is not supported.',
      derivation_invalid: 'The parameters of its key are wrong or too large.',
    },
    next: "Check that it is the manufacturer's original list of hardware tokens.",
  },
  incorrect_code: {
    title: "This code isn't right",
    detail_one: '{{triesLeft}} try left.',
    detail_other: '{{triesLeft}} tries left.',
    next: 'Check the code and enter it again.',
  },
  code_expired: {
    title: 'The code has expired',
    next: 'Get a new code and enter it.',
  },
  code_superseded: {
    title: 'A newer code has been sent',
    next: 'Enter the code from the newest message.',
  },
  code_already_used: {
    title: 'This code has already been used',
    next: "Wait for the app's next code, or send a new one.",
  },
  too_many_incorrect_codes: {
    title: 'Too many wrong codes',
    detail: 'You can try again in {{retryAfter}}.',
    next: 'Start again.',
  },
  registration_not_required: {
    title: 'Your account is already set up',
    next: 'Open the Security page to change your methods.',
  },
  registration_incomplete: {
    title: 'No method has been verified yet',
    next: 'Verify a phone or an authenticator app first.',
  },
}
