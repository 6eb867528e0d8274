// Accounts of the authenticator, and links that bring them.

export const accounts = {
  link_not_otpauth: {
    title: "This isn't an account link",
    next: 'It must start with otpauth://. Copy the whole link.',
  },
  link_broken: {
    title: 'The link is broken into lines',
    next: 'Part of its secret may be missing, so nothing of it was added. Paste the link as one line, or scan its QR code.',
  },
  link_too_long: {
    title: 'The link is too long',
    next: 'Ask the issuer for another link.',
  },
  link_kind_unknown: {
    title: 'The link asks for an unknown kind of code',
    detail: 'Found: {{value}}.',
    next: 'Ask the issuer for another link.',
  },
  link_export_damaged: {
    title: "This export can't be read",
    next: 'Part of it is missing or damaged. Show the QR code in the other app again, then scan it once more.',
  },
  export_value_unknown: {
    title: 'The export contains an unknown kind of entry',
    detail: 'Found: {{field}} {{value}}.',
    next: 'Add this account with its own QR code, or by hand.',
  },
  secret_missing: {
    title: 'The secret key is missing',
    next: 'Copy the whole link, or type the secret key.',
  },
  secret_not_base32: {
    title: "This isn't a secret key",
    detail: 'Wrong character: {{character}}, at position {{position}}.',
    next: 'A secret key contains the letters A to Z and the digits 2 to 7. Correct it and try again.',
  },
  secret_too_long: {
    title: 'The secret key is too long',
    next: 'Correct it and try again.',
  },
  algorithm_unknown: {
    title: 'Unknown algorithm',
    detail: 'Found: {{value}}.',
    next: 'Proofup supports SHA1, SHA256 and SHA512. Ask the issuer for another link.',
  },
  steam_needs_sha1: {
    title: 'Steam codes need SHA1',
    detail: 'Found: {{value}}.',
    next: 'Choose SHA1.',
  },
  digits_out_of_range: {
    title: "This number of digits isn't possible",
    detail: 'Found: {{value}}.',
    next: 'A code has 1 to 9 digits; a Steam code has 5 symbols.',
  },
  period_out_of_range: {
    title: "This time interval isn't possible",
    detail: 'Found: {{value}}.',
    next: 'Use 1 to 86,400 seconds. Most accounts use 30.',
  },
  counter_out_of_range: {
    title: "This counter isn't possible",
    detail: 'Found: {{value}}.',
    next: 'Use 0 or a higher whole number.',
  },
  account_name_empty: {
    title: 'The account needs a name',
    next: 'Enter an issuer or an account name.',
  },
  account_name_too_long: {
    title: 'The name is too long',
    next: 'Use at most 256 characters.',
  },
  account_name_invalid: {
    title: "The name contains characters that can't be shown",
    next: 'Type the name instead of pasting it.',
  },
  note_too_long: {
    title: 'The note is too long',
    next: 'Use at most {{most}} characters.',
  },
  tag_too_long: {
    title: 'The tag is too long',
    next: 'Use at most {{most}} characters.',
  },
  tags_too_many: {
    title: 'Too many tags',
    next: 'An account can have up to {{most}} tags. Remove one first.',
  },
  icon_too_large: {
    title: 'The picture is too large',
    next: 'Choose a picture of at most 10 MB.',
  },
  account_exists: {
    title: 'You already have this account',
    next: 'Use the codes of the one in the list.',
  },
  account_gone: {
    title: 'This account is no longer there',
    next: 'The list now shows what is there.',
  },
}
